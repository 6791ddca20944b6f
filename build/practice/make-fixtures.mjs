/**
 * Draws the small files for tests again: `node build/practice/make-fixtures.mjs`. It needs what `make.mjs` needs.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hostileFiles } from './fixtures/hostile.mjs'
import { validFiles } from './fixtures/valid.mjs'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../test/fixtures')
mkdirSync(folder, { recursive: true })
for (const [name, make] of Object.entries({ ...validFiles, ...hostileFiles })) {
  const bytes = make()
  writeFileSync(join(folder, name), bytes)
  console.log(`${String(bytes.length).padStart(9)}  ${name}`)
}
