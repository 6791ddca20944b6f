import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { IntrayError } from '../../shared/error-codes.ts'
import type { SettingsProblem } from '../../shared/settings/settings.ts'
import { parseSettings } from '../settings-file.ts'
import { findSettingsProblems } from '../settings-problems.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import type { Invocation } from './invocation.ts'
import { problemLine } from './invocation.ts'
import type { Perform } from './perform.ts'
import { settingsJsonSchema } from './settings-json-schema.ts'
import { addSettingsTransfer } from './settings-transfer.ts'

/** `intray settings`: what is in force, and whether a file would be accepted. */
export function addSettings(program: Command, perform: Perform): void {
  const settings = program
    .command('settings')
    .description('Print the settings in force.')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['settings', 'settings check new-settings.json'],
        exits: { 0: 'printed', 78: 'the settings are not valid; each mistake is named' },
      }),
    )
    .action((_options: unknown, command: Command) => perform(command, printSettings))
  settings
    .command('check')
    .description('Check a settings file without using it.')
    .argument('<file>', 'a settings file, JSON or JSON with comments')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['settings check new-settings.json'],
        exits: { 0: 'the file is valid', 78: 'it is not; each mistake is named' },
      }),
    )
    .action((file: string, _options: unknown, command: Command) =>
      perform(command, (invocation) => checkSettings(invocation, resolve(file))),
    )
  addSettingsTransfer(settings, perform)
  settings
    .command('schema')
    .description('Print the JSON Schema of the settings file, for editors that complete and check.')
    .addHelpText(
      'after',
      helpAfter({ examples: ['settings schema > settings.schema.json'], exits: { 0: 'printed' } }),
    )
    .action((_options: unknown, command: Command) =>
      perform(command, async ({ terminal }) => {
        await terminal.print(JSON.stringify(settingsJsonSchema(), null, 2))
        return exitCodes.done
      }),
    )
}

async function printSettings({ terminal, data, settings }: Invocation): Promise<number> {
  const inForce = await settings()
  if (terminal.json) {
    await terminal.printJson({ settings: inForce, path: data.settingsFile, dataDir: data.root })
  } else {
    terminal.tell(`Settings file: ${data.settingsFile}\nData folder:   ${data.root}`)
    await terminal.print(JSON.stringify(inForce, null, 2))
  }
  return exitCodes.done
}

async function checkSettings({ terminal }: Invocation, file: string): Promise<number> {
  const problems = await problemsOf(file)
  if (terminal.json) await terminal.printJson({ path: file, ok: problems.length === 0, problems })
  else if (problems.length === 0) await terminal.print(`${file} is valid.`)
  else
    await terminal.print(
      [`${file} is not valid:`, ...problems.map((one) => `  ${problemLine(one)}`)].join('\n'),
    )
  return problems.length === 0 ? exitCodes.done : exitCodes.notSetUp
}

async function problemsOf(file: string): Promise<readonly SettingsProblem[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new IntrayError('settings_invalid', `${file}: it cannot be read (${code}).`, { cause: error })
  })
  const { settings, problems } = parseSettings(text)
  return problems.length > 0 ? problems : findSettingsProblems(settings)
}
