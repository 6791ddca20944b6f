import type { Settings } from '../../electron/shared/settings/settings.ts'
import { call } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { inWords } from '../messages/in-words.ts'
import { problemLines } from '../state/problem-lines.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { settingsChanges } from './form/settings-changes.ts'
import type { SettingsChanges } from './form/settings-changes.ts'
import { settingsDesk } from './settings-desk.svelte.ts'

const text = messages.settings.transfer

/** Writes the settings that are in force to a file that the person chooses. */
export async function exportSettings(): Promise<void> {
  try {
    const exported = await call('settings.export', {})
    const { saved } = await call('shell.saveText', { suggestedName: text.name, text: exported.text })
    if (saved) toasts.show({ tone: 'success', title: text.exported })
  } catch (thrown) {
    toasts.showFailure(thrown, text.exportFailed)
  }
}

/** Settings out of a file, which a person may take into the fields. */
export interface FoundSettings {
  readonly name: string
  readonly settings: Settings
  /** What they change, in words. */
  readonly lines: readonly string[]
}

/** Lets the person choose a file with settings. Null where there is nothing to take; that is told. */
export async function findSettings(): Promise<FoundSettings | null> {
  try {
    const { file } = await call('shell.openText', {})
    if (file === null) return null
    const { settings, problems } = await call('settings.import', { text: file.text })
    if (settings === null) {
      const words = problemLines(
        problems.map(({ path, words, said }) => `${path === '' ? '' : `${path}: `}${inWords(words, said)}`),
      )
      toasts.show({ tone: 'danger', title: text.refused(file.name), words })
      return null
    }
    const present = settingsDesk.loaded?.settings
    const changes = present === undefined ? null : settingsChanges(present, settings)
    if (changes === null) {
      toasts.show({ tone: 'neutral', title: text.nothingDiffers(file.name) })
      return null
    }
    return { name: file.name, settings, lines: changeLines(changes) }
  } catch (thrown) {
    toasts.showFailure(thrown, text.importFailed)
    return null
  }
}

/** Puts what was found into the fields. Nothing is saved. */
export function takeSettings({ name, settings }: FoundSettings): void {
  settingsDesk.take(settings)
  toasts.show({ tone: 'success', title: text.imported(name), words: text.importedWords })
}

function changeLines(changes: SettingsChanges): readonly string[] {
  const words = text.changes
  const { address, profile } = changes
  const listed = (line: (names: string) => string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [line(names.join(', '))]
  const { sections } = messages.settings
  const parts = changes.parts.map((part) =>
    part === 'rules' ? messages.windowFrame.viewNames.rules : sections[part],
  )
  return [
    ...(profile === null ? [] : [words.profile(profile)]),
    ...(address === null ? [] : [words.address(address.to, address.from)]),
    ...listed(words.profilesRemoved, changes.profilesRemoved),
    ...listed(words.profilesAdded, changes.profilesAdded),
    ...listed(words.foldersRemoved, changes.foldersRemoved),
    ...listed(words.foldersAdded, changes.foldersAdded),
    words.parts(parts.join(', ')),
  ]
}
