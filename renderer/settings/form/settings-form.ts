import type { EntityLookUpSettings } from '../../../electron/shared/settings/entity-look-up.ts'
import type { IntakeSettings } from '../../../electron/shared/settings/intake.ts'
import type { OperatorSettings } from '../../../electron/shared/settings/operator.ts'
import type { OtherProfile, Profile } from '../../../electron/shared/settings/profile.ts'
import type { RetentionSettings } from '../../../electron/shared/settings/retention.ts'
import type { Settings } from '../../../electron/shared/settings/settings.ts'
import type { UploadSettings } from '../../../electron/shared/settings/upload.ts'
import type { UploadSchedule } from '../../../electron/shared/settings/upload-schedule.ts'
import { keptReason, shownReason } from '../../item/reject-reasons.ts'
import { connectionFormOf, connectionOf } from './connection-form.ts'
import type { ConnectionForm } from './connection-form.ts'
import { folderFormOf, folderOf } from './folder-form.ts'
import type { FolderForm } from './folder-form.ts'
import { fieldUnits, numberOf, textOf } from './number-fields.ts'
import type { NumberPath } from './number-fields.ts'

/** Settings as they stand in the fields: numbers as they were typed, in the units that people see. */
export interface SettingsForm {
  mode: Settings['mode']
  operator: string
  connection: ConnectionForm
  folders: FolderForm[]
  entityLookUp: Pick<EntityLookUpSettings, 'enabled'>
  profile: Profile
  otherProfiles: OtherProfile[]
  operators: OperatorSettings[]
  /** One to a line. */
  rejectReasons: string
  secondReviewMediaTypes: string
  retention: Pick<RetentionSettings, 'enabled'>
  anchorFile: string
  /** One pattern to a line. */
  ignore: string
  schedule: UploadSchedule
  numbers: Record<NumberPath, string>
}

/** The fields' content for some settings. */
export function formOf(settings: Settings): SettingsForm {
  return {
    mode: settings.mode,
    operator: settings.operator,
    connection: connectionFormOf(settings.connection),
    folders: settings.folders.map(folderFormOf),
    entityLookUp: { enabled: settings.entityLookUp.enabled },
    profile: { ...settings.profile },
    otherProfiles: [...settings.otherProfiles],
    operators: [...settings.operators],
    rejectReasons: settings.review.rejectReasons.map(shownReason).join('\n'),
    secondReviewMediaTypes: settings.review.secondReviewMediaTypes.join('\n'),
    retention: { enabled: settings.retention.enabled },
    anchorFile: settings.ledger.anchorFile,
    ignore: settings.intake.ignore.join('\n'),
    schedule: { ...settings.upload.schedule, days: [...settings.upload.schedule.days] },
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
    neverQuietMs: number('intake.neverQuietMs'),
    comparisonIntervalMs: number('intake.comparisonIntervalMs'),
    minPicturePixels: number('intake.minPicturePixels'),
    manyForEntity: {
      count: number('intake.manyForEntity.count'),
      withinMs: number('intake.manyForEntity.withinMs'),
    },
  }
  const upload: UploadSettings = {
    concurrency: number('upload.concurrency'),
    requestsPerSecond: number('upload.requestsPerSecond'),
    bytesPerSecond: number('upload.bytesPerSecond'),
    schedule: { ...form.schedule, days: form.schedule.days.toSorted((one, other) => one - other) },
    filesPerRequest: number('upload.filesPerRequest'),
    maxAttempts: number('upload.maxAttempts'),
    backoffBaseMs: number('upload.backoffBaseMs'),
    backoffMaxMs: number('upload.backoffMaxMs'),
  }
  return {
    ...kept,
    mode: form.mode,
    operator: form.operator.trim(),
    connection: { ...connectionOf(form.connection), timeoutMs: number('connection.timeoutMs') },
    folders: form.folders.map(folderOf),
    entityLookUp: { enabled: form.entityLookUp.enabled, keepMs: number('entityLookUp.keepMs') },
    profile: { ...form.profile, name: form.profile.name.trim() },
    otherProfiles: form.otherProfiles,
    operators: form.operators,
    review: {
      graceMs: number('review.graceMs'),
      rejectReasons: linesOf(form.rejectReasons).map(keptReason),
      secondReviewMediaTypes: linesOf(form.secondReviewMediaTypes),
    },
    retention: { enabled: form.retention.enabled, afterDays: number('retention.afterDays') },
    ledger: { backupsKept: number('ledger.backupsKept'), anchorFile: form.anchorFile.trim() },
    intake,
    upload,
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function numbersOf(settings: Settings): Record<NumberPath, string> {
  const text = (path: NumberPath, value: number): string => textOf(value, fieldUnits[path])
  return {
    'connection.timeoutMs': text('connection.timeoutMs', settings.connection.timeoutMs),
    'intake.quietMs': text('intake.quietMs', settings.intake.quietMs),
    'intake.neverQuietMs': text('intake.neverQuietMs', settings.intake.neverQuietMs),
    'intake.comparisonIntervalMs': text('intake.comparisonIntervalMs', settings.intake.comparisonIntervalMs),
    'intake.minPicturePixels': text('intake.minPicturePixels', settings.intake.minPicturePixels),
    'intake.manyForEntity.count': text('intake.manyForEntity.count', settings.intake.manyForEntity.count),
    'intake.manyForEntity.withinMs': text(
      'intake.manyForEntity.withinMs',
      settings.intake.manyForEntity.withinMs,
    ),
    'entityLookUp.keepMs': text('entityLookUp.keepMs', settings.entityLookUp.keepMs),
    'upload.concurrency': text('upload.concurrency', settings.upload.concurrency),
    'upload.requestsPerSecond': text('upload.requestsPerSecond', settings.upload.requestsPerSecond),
    'upload.bytesPerSecond': text('upload.bytesPerSecond', settings.upload.bytesPerSecond),
    'upload.filesPerRequest': text('upload.filesPerRequest', settings.upload.filesPerRequest),
    'upload.maxAttempts': text('upload.maxAttempts', settings.upload.maxAttempts),
    'upload.backoffBaseMs': text('upload.backoffBaseMs', settings.upload.backoffBaseMs),
    'upload.backoffMaxMs': text('upload.backoffMaxMs', settings.upload.backoffMaxMs),
    'ledger.backupsKept': text('ledger.backupsKept', settings.ledger.backupsKept),
    'review.graceMs': text('review.graceMs', settings.review.graceMs),
    'retention.afterDays': text('retention.afterDays', settings.retention.afterDays),
  }
}
