import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createPreviews } from '../../../electron/engine/media/previews.ts'
import type { PreviewOptions, Previews, ScanToShow } from '../../../electron/engine/media/previews.ts'
import type { FileFamilyId } from '../../../electron/shared/file-families.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const root = join(import.meta.dirname, '../../..')

export const fixture = (name: string): string => join(root, 'test/fixtures', name)
export const practiceScan = (name: string): string => join(root, 'resources/practice', name)

/** Previews with the real drawing thread, or another one, and a cache of their own. */
export function previewsForTest(
  options: Partial<PreviewOptions> = {},
): Previews & { readonly folder: string } {
  const folder = join(temporaryFolder(), 'previews')
  const workerFile = new URL('../../../electron/engine/media/preview-worker.ts', import.meta.url)
  const previews = createPreviews({ folder, maxCacheBytes: 50_000_000, workerFile, ...options })
  onTestFinished(() => previews.stop())
  return { ...previews, folder }
}

/** A scan as the ledger knows it when it was identified just now. */
export function scanToShow(path: string, family: FileFamilyId): ScanToShow {
  return { path, family, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') }
}
