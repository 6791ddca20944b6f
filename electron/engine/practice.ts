import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { isEntityId } from '../shared/entity-id.ts'
import type { ConnectionSettings } from '../shared/settings/connection.ts'
import { folderSchema } from '../shared/settings/folder.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Settings } from '../shared/settings/settings.ts'
import type { DataFolder } from './data-folder.ts'
import { practiceKey, practiceOrganisation } from './sandbox/options.ts'
import { startSandbox } from './sandbox/sandbox.ts'
import type { Sandbox } from './sandbox/sandbox.ts'

/** The embedded endpoint and the practice folder, in place of the settings' connection and folders. */
export interface Practice {
  readonly connection: ConnectionSettings
  readonly key: string
  readonly folder: FolderSettings
  stop(): Promise<void>
}

const entitiesSchema = z.object({
  entities: z.array(
    z.object({ entityId: z.string().refine(isEntityId), placeholder: z.boolean().default(false) }),
  ),
  unknown: z.array(z.string().refine(isEntityId)).default([]),
})

/**
 * Starts practice mode: the simulator on loopback, and the shipped practice scans copied into the data folder
 * the first time. Files that a person removed or changed there stay as they are.
 */
export async function startPractice(
  data: DataFolder,
  resourcesDir: string,
  settings: Settings,
): Promise<Practice> {
  await copyPracticeScans(join(resourcesDir, 'practice'), data.practiceScans)
  await mkdir(dirname(data.practiceStore), { recursive: true })
  const known = entitiesSchema.parse(
    JSON.parse(await readFile(join(resourcesDir, 'practice-entities.json'), 'utf8')),
  )
  const sandbox: Sandbox = await startSandbox({
    entities: known.entities.filter((entity) => !entity.placeholder).map((entity) => entity.entityId),
    placeholders: known.entities.filter((entity) => entity.placeholder).map((entity) => entity.entityId),
    unknownEntities: known.unknown,
    createUnknownEntities: true,
    storeFile: data.practiceStore,
    // Long enough for a newcomer to see the progress.
    busyMs: 150,
  })
  return {
    connection: { ...settings.connection, baseUrl: sandbox.baseUrl, organisation: practiceOrganisation },
    key: practiceKey,
    folder: folderSchema.parse({ id: 'practice', path: data.practiceScans }),
    stop: () => sandbox.stop(),
  }
}

/** Copies the shipped scans once; a marker beside the folder says that it was done. */
async function copyPracticeScans(from: string, to: string): Promise<void> {
  const marker = join(dirname(to), 'scans-copied')
  if (
    await readFile(marker).then(
      () => true,
      () => false,
    )
  ) {
    await mkdir(to, { recursive: true })
    return
  }
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const source = join(entry.parentPath, entry.name)
    const target = join(to, source.slice(from.length + 1))
    if (entry.isDirectory()) continue
    await mkdir(dirname(target), { recursive: true })
    await copyFile(source, target)
  }
  await writeFile(marker, '')
}
