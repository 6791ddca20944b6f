import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { IntrayError } from '../../shared/error-codes.ts'
import { loadSettings, saveSettings } from '../settings-file.ts'
import { exportSettings, importSettings } from '../settings-transfer.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import { problemLine } from './invocation.ts'
import type { Invocation } from './invocation.ts'
import type { Perform } from './perform.ts'

/** `intray settings export` and `import`: the same settings on several computers. */
export function addSettingsTransfer(settings: Command, perform: Perform): void {
  settings
    .command('export')
    .description('Print the settings for another computer: without keys, PINs and who decides.')
    .addHelpText('after', helpAfter({ examples: ['settings export > intray.json'], exits: { 0: 'printed' } }))
    .action((_options: unknown, command: Command) =>
      perform(command, async (invocation) => {
        await invocation.terminal.write(exportSettings(await invocation.settings()))
        return exitCodes.done
      }),
    )
  settings
    .command('import')
    .description('Take settings from another computer. What they do not name stays as it is.')
    .argument('<file>', 'what "intray settings export" printed')
    .option('--dry-run', 'say what is wrong with them, and save nothing')
    .addHelpText(
      'after',
      helpAfter({
        notes: ['An Intray that runs takes them at its next start.'],
        examples: ['settings import intray.json --dry-run', 'settings import intray.json'],
        exits: { 0: 'saved', 78: 'they are not valid here; each mistake is named, and nothing was saved' },
      }),
    )
    .action((file: string, options: ImportOptions, command: Command) =>
      perform(command, (invocation) => importFile(invocation, resolve(file), options)),
    )
}

interface ImportOptions {
  readonly dryRun?: true
}

async function importFile(
  { terminal, data }: Invocation,
  file: string,
  options: ImportOptions,
): Promise<number> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new IntrayError('settings_invalid', `${file}: it cannot be read (${code}).`, { cause: error })
  })
  const present = await loadSettings(data.settingsFile)
  if (present.problems.length > 0) {
    throw new IntrayError(
      'settings_invalid',
      [data.settingsFile, ...present.problems.map(problemLine)].join('\n'),
    )
  }
  const { settings, problems } = await importSettings(text, present.settings)
  const isSaved = settings !== null && problems.length === 0 && options.dryRun !== true
  if (isSaved) await saveSettings(data.settingsFile, settings)
  if (terminal.json) await terminal.printJson({ path: file, saved: isSaved, problems })
  else if (problems.length > 0) {
    await terminal.print(
      [`${file} was not taken:`, ...problems.map((one) => `  ${problemLine(one)}`)].join('\n'),
    )
  } else await terminal.print(isSaved ? `Saved in ${data.settingsFile}.` : `${file} can be taken.`)
  return problems.length === 0 ? exitCodes.done : exitCodes.notSetUp
}
