import { parse } from 'jsonc-parser'
import { settingsSchema } from '../shared/settings/settings.ts'
import type { Settings, SettingsProblem } from '../shared/settings/settings.ts'
import { parseSettings } from './settings-file.ts'
import { findSettingsProblems } from './settings-problems.ts'

/** What belongs to one computer and its people, and never travels: who decides and with which PIN, and the mode. */
const ownParts = ['$schema', 'mode', 'operator', 'operators'] as const

/**
 * The settings as text for another computer: without PINs, without who decides, without the mode, and without the
 * anchor file, which may be one that only this computer writes. Keys are in no settings. Folders travel with their
 * paths: what is not there on the other computer shows as a problem there.
 */
export function exportSettings(settings: Settings): string {
  const { ledger, ...others } = settings
  const shared = Object.entries(others).filter(([name]) => !ownParts.some((own) => own === name))
  const { anchorFile: _ofThisComputer, ...sharedLedger } = ledger
  return `${JSON.stringify({ ...Object.fromEntries(shared), ledger: sharedLedger }, null, 2)}\n`
}

/**
 * Reads such a text over the present settings. What it does not name stays as it is, and so does what belongs to
 * this computer, even where the text names it. Null where the text is not valid; nothing is saved.
 */
export async function importSettings(
  text: string,
  present: Settings,
): Promise<{ settings: Settings | null; problems: readonly SettingsProblem[] }> {
  const parsed = parseSettings(text)
  if (parsed.problems.length > 0) return { settings: null, problems: parsed.problems }
  const given = new Set(namesIn(text))
  for (const name of ownParts) given.delete(name)
  const chosen = Object.fromEntries(Object.entries(parsed.settings).filter(([name]) => given.has(name)))
  const merged = settingsSchema.parse({
    ...present,
    ...chosen,
    ledger: {
      ...(given.has('ledger') ? parsed.settings.ledger : present.ledger),
      anchorFile: present.ledger.anchorFile,
    },
  })
  return { settings: merged, problems: await findSettingsProblems(merged) }
}

/** The settings that a text names, which has been read without a mistake. */
function namesIn(text: string): string[] {
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), [], { allowTrailingComma: true })
  return Object.keys(value ?? {})
}
