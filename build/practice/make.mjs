/**
 * Draws the practice scans again: `node build/practice/make.mjs`.
 * The results are committed; only who changes a drawing needs this, and with it Debian's librsvg2-bin, imagemagick,
 * ffmpeg, ghostscript, fonts-urw-base35 and fonts-ocr-b.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { entities } from './entities.mjs'
import { damagedScans } from './scans/damaged.mjs'
import { documents } from './scans/documents.mjs'
import { ignoredFiles } from './scans/ignored.mjs'
import { misnamedScans } from './scans/misnamed.mjs'
import { recordings } from './scans/recordings.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const resources = join(here, '../../resources')
const folder = join(resources, 'practice')
const scans = [...documents, ...recordings, ...misnamedScans, ...damagedScans, ...ignoredFiles]

async function writeJson(path, value) {
  const style = await resolveConfig(path)
  writeFileSync(path, await format(JSON.stringify(value), { ...style, filepath: path }))
}

rmSync(folder, { recursive: true, force: true })
const made = new Map()
for (const scan of scans) {
  const bytes = scan.make((path) => made.get(path))
  made.set(scan.path, bytes)
  mkdirSync(dirname(join(folder, scan.path)), { recursive: true })
  writeFileSync(join(folder, scan.path), bytes)
  console.log(`${String(bytes.length).padStart(9)}  ${scan.path}`)
}

const { known, placeholders, unknown } = entities(scans)
await writeJson(join(here, 'MANIFEST.json'), {
  totalBytes: [...made.values()].reduce((sum, bytes) => sum + bytes.length, 0),
  entities: { known, placeholders, unknown },
  files: scans.map(({ make: _, ...facts }) => ({ ...facts, sizeBytes: made.get(facts.path).length })),
})
await writeJson(join(resources, 'practice-entities.json'), {
  entities: [
    ...known.map((entityId) => ({ entityId, placeholder: false })),
    ...placeholders.map((entityId) => ({ entityId, placeholder: true })),
  ],
  unknown,
})
