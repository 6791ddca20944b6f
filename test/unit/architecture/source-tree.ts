import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { SourceText } from './source-module.ts'

const sources = [
  '*.{js,ts}',
  'bin/**/*.mjs',
  'build/**/*.{js,mjs,ts}',
  'electron/**/*.ts',
  'renderer/**/*.{svelte,ts}',
  'test/**/*.ts',
]

/** Every source file of the project that the rules look at. */
export async function readSourceTree(root: string): Promise<SourceText[]> {
  const paths: string[] = []
  for await (const path of glob(sources, { cwd: root })) paths.push(path)
  return paths.sort().map((path) => ({
    path: path.replaceAll(sep, '/'),
    text: readFileSync(join(root, path), 'utf8'),
  }))
}
