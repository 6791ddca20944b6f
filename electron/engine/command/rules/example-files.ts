import { readdir, stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { IntrayError } from '../../../shared/error-codes.ts'
import { decodeWhole } from '../../identify/indexing/decoded-text.ts'
import { readExamplesFile } from '../../identify/rules-file/examples-file.ts'
import type { ExpectedReading } from '../../identify/rules-file/examples-file.ts'
import { readInputFile, refuseInput } from '../input-file.ts'

/** The examples of one file. */
export interface ExampleFile {
  readonly file: string
  readonly examples: readonly ExpectedReading[]
}

const tableExtensions = new Set(['.csv', '.tsv'])
const namedMistakes = 20

/**
 * Reads files with examples, and every `.csv` and `.tsv` file of the folders that are named, sub-folders included.
 * Throws `examples_refused` for a file with mistakes: a row that is passed over would be a test that never fails.
 */
export async function readExampleFiles(paths: readonly string[]): Promise<ExampleFile[]> {
  const files = await Promise.all(paths.map((path) => tablesAt(resolve(path))))
  return Promise.all([...new Set(files.flat())].map(readExampleFile))
}

/** Reads one file with examples. Throws `examples_refused` with every mistake. */
export async function readExampleFile(file: string): Promise<ExampleFile> {
  const { text } = decodeWhole(await readInputFile(file, 'examples_refused'), 'auto')
  const { examples, mistakes } = readExamplesFile(text)
  const found = mistakes.slice(0, namedMistakes).map(({ line, words }) => `Line ${String(line)}: ${words}`)
  if (mistakes.length > found.length) found.push(`And ${String(mistakes.length - found.length)} more.`)
  if (mistakes.length === 0 && examples.length === 0) found.push('It holds no example.')
  if (found.length > 0) throw new IntrayError('examples_refused', [file, ...found].join('\n'))
  return { file, examples }
}

async function tablesAt(path: string): Promise<string[]> {
  const refuse = (error: unknown): never => refuseInput(path, 'examples_refused', error)
  if (!(await stat(path).catch(refuse)).isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(refuse)
  const tables = entries
    .filter((entry) => entry.isFile() && tableExtensions.has(extname(entry.name).toLowerCase()))
    .map(({ parentPath, name }) => join(parentPath, name))
  if (tables.length === 0)
    throw new IntrayError('examples_refused', `${path}: no .csv or .tsv file is in it.`)
  return tables.sort()
}
