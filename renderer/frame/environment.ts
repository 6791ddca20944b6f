import { environmentPresets } from '../../electron/shared/settings/connection.ts'
import type { ConnectionStatus, Status } from '../../electron/shared/status.ts'
import { messages } from '../messages/current.ts'

export interface Environment {
  readonly kind: 'production' | 'sandbox' | 'other'
  readonly label: string
  readonly host: string
}

/** Which of the endpoint's environments a connection leads to. An unknown address is never called a sandbox. */
export function environmentOf(connection: ConnectionStatus): Environment {
  const host = URL.canParse(connection.baseUrl) ? new URL(connection.baseUrl).host : connection.baseUrl
  const labels: Readonly<Record<string, string>> = messages.environments
  for (const [id, preset] of Object.entries(environmentPresets)) {
    if (preset.baseUrl !== connection.baseUrl) continue
    const label = labels[id] ?? preset.label
    return { kind: id.startsWith('sandbox') ? 'sandbox' : 'production', label, host }
  }
  return { kind: 'other', label: messages.windowFrame.otherEndpoint, host }
}

/** Where files go, in a few words: the profile's name never without what its address says. */
export function whereWordsOf({
  mode,
  profile,
  connection,
}: Pick<Status, 'mode' | 'profile' | 'connection'>): string {
  if (mode === 'practice') return messages.windowFrame.practice
  const { label } = environmentOf(connection)
  return profile.name === '' ? label : `${profile.name}, ${label}`
}
