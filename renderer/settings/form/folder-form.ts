import type { FolderSettings } from '../../../electron/shared/settings/folder.ts'
import { indexFormOf, indexOf } from './index-form.ts'
import type { IndexForm } from './index-form.ts'
import { numberOf, textOf, unitOf } from './number-fields.ts'
import { changedSeverities } from './severities.ts'

/** A watched folder as it stands in the fields. */
export interface FolderForm extends Omit<FolderSettings, 'index' | 'otherSideWaitMs'> {
  index: IndexForm
  /** In minutes. */
  otherSideWait: string
}

const waitUnit = unitOf('folders.otherSideWaitMs')

export function folderFormOf({ index, otherSideWaitMs, ...folder }: FolderSettings): FolderForm {
  return {
    ...folder,
    severities: changedSeverities(folder.severities),
    index: indexFormOf(index),
    otherSideWait: textOf(otherSideWaitMs, waitUnit),
  }
}

export function folderOf({ index, otherSideWait, ...folder }: FolderForm): FolderSettings {
  return {
    ...folder,
    archivePath: folder.archivePath.trim(),
    severities: changedSeverities(folder.severities),
    index: indexOf(index),
    otherSideWaitMs: numberOf(otherSideWait, waitUnit),
  }
}
