import type {
  ConnectionSettings,
  FolderSettings,
  IntakeSettings,
  NamingRule,
  Settings,
  UploadSettings,
} from '../../../electron/shared/settings.ts'
import { fieldUnits, numberOf, textOf } from './number-fields.ts'
import type { NumberPath } from './number-fields.ts'

export type ConnectionForm = Omit<ConnectionSettings, 'timeoutMs'>

export interface RuleForm extends Omit<NamingRule, 'mediaType'> {
  /** Empty: the pattern gives the media type. */
  mediaType: string
}

export interface AliasForm {
  mediaType: string
  /** Separated by commas. */
  names: string
}

/** Settings as they stand in the fields: numbers as they were typed, in the units that people see. */
export interface SettingsForm {
  mode: Settings['mode']
  operator: string
  connection: ConnectionForm
  folders: FolderSettings[]
  rules: RuleForm[]
  aliases: AliasForm[]
  /** One pattern to a line. */
  ignore: string
  numbers: Record<NumberPath, string>
}

/** The fields' content for some settings. */
export function formOf(settings: Settings): SettingsForm {
  const { timeoutMs: _, ...connection } = settings.connection
  return {
    mode: settings.mode,
    operator: settings.operator,
    connection,
    folders: settings.folders.map((folder) => ({ ...folder })),
    rules: settings.rules.map((rule) => ({ ...rule, mediaType: rule.mediaType ?? '' })),
    aliases: Object.entries(settings.mediaTypeAliases).map(([mediaType, names]) => ({
      mediaType,
      names: names.join(', '),
    })),
    ignore: settings.intake.ignore.join('\n'),
    numbers: numbersOf(settings),
  }
}

/**
 * The settings that the fields stand for, not yet checked. `kept` gives what has no field.
 */
export function settingsOf(form: SettingsForm, kept: Settings): Settings {
  const number = (path: NumberPath): number => numberOf(form.numbers[path], fieldUnits[path])
  const intake: IntakeSettings = {
    ...kept.intake,
    ignore: linesOf(form.ignore),
    quietMs: number('intake.quietMs'),
    comparisonIntervalMs: number('intake.comparisonIntervalMs'),
  }
  const upload: UploadSettings = {
    concurrency: number('upload.concurrency'),
    requestsPerSecond: number('upload.requestsPerSecond'),
    maxAttempts: number('upload.maxAttempts'),
    backoffBaseMs: number('upload.backoffBaseMs'),
    backoffMaxMs: number('upload.backoffMaxMs'),
  }
  return {
    ...kept,
    mode: form.mode,
    operator: form.operator.trim(),
    connection: { ...trimmed(form.connection), timeoutMs: number('connection.timeoutMs') },
    folders: form.folders.map((folder) => ({ ...folder })),
    rules: form.rules.map(ruleOf),
    mediaTypeAliases: Object.fromEntries(
      form.aliases
        .filter(({ mediaType }) => mediaType.trim() !== '')
        .map(({ mediaType, names }) => [mediaType.trim(), namesOf(names)]),
    ),
    intake,
    upload,
  }
}

/** A copied address often brings spaces along. */
export function trimmed(connection: ConnectionForm): ConnectionForm {
  return {
    ...connection,
    baseUrl: connection.baseUrl.trim().replace(/\/+$/, ''),
    organisation: connection.organisation.trim(),
    source: connection.source.trim(),
  }
}

/** `a, b` -> `['a', 'b']`; empty names are left out. */
export function namesOf(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function ruleOf({ mediaType, ...rule }: RuleForm): NamingRule {
  const fixed = mediaType.trim()
  return fixed === '' ? rule : { ...rule, mediaType: fixed }
}

function numbersOf(settings: Settings): Record<NumberPath, string> {
  const text = (path: NumberPath, value: number): string => textOf(value, fieldUnits[path])
  return {
    'connection.timeoutMs': text('connection.timeoutMs', settings.connection.timeoutMs),
    'intake.quietMs': text('intake.quietMs', settings.intake.quietMs),
    'intake.comparisonIntervalMs': text('intake.comparisonIntervalMs', settings.intake.comparisonIntervalMs),
    'upload.concurrency': text('upload.concurrency', settings.upload.concurrency),
    'upload.requestsPerSecond': text('upload.requestsPerSecond', settings.upload.requestsPerSecond),
    'upload.maxAttempts': text('upload.maxAttempts', settings.upload.maxAttempts),
    'upload.backoffBaseMs': text('upload.backoffBaseMs', settings.upload.backoffBaseMs),
    'upload.backoffMaxMs': text('upload.backoffMaxMs', settings.upload.backoffMaxMs),
  }
}
