import type { sidecarKinds, IndexSettings } from '../../../shared/settings/index-file.ts'
import { matchIgnorePattern } from '../exclusion/ignore-pattern.ts'
import { extensionOf, stemOf } from '../extension.ts'
import { fileKey, splitPath } from './file-key.ts'

export type SidecarKind = (typeof sidecarKinds)[number]

/** A file that describes the scan of the same name. */
export interface SidecarName {
  readonly kind: SidecarKind
  /** The sidecar's name without its own extension, which is what it says that its scan is called. */
  readonly file: string
  readonly fileKey: string
  /** True for `passport.json`; false for `passport.jpg.json`, which names its scan with the extension. */
  readonly isStem: boolean
}

/** Whether a file, by its name alone, is an index table. The path is relative to the watched folder. */
export function isIndexName(path: string, { files }: Pick<IndexSettings, 'files'>): boolean {
  return matchIgnorePattern(files, splitPath(path).name) !== null
}

/** Which scan a file describes, by its name alone; null where it is no sidecar. */
export function sidecarOf(
  path: string,
  settings: Pick<IndexSettings, 'files' | 'sidecars'>,
): SidecarName | null {
  const { name } = splitPath(path)
  const extension = extensionOf(name)
  const kind = settings.sidecars.find((each) => each === extension)
  if (kind === undefined || isIndexName(path, settings)) return null
  const scanPath = path.slice(0, path.length - extension.length - 1)
  const file = splitPath(scanPath).name
  return { kind, file, fileKey: fileKey(scanPath), isStem: stemOf(file) === file }
}
