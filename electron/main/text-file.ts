import type { BrowserWindow } from 'electron'
import { open, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import { say } from '../shared/sentences/say.ts'
import { askToOpen, askToSave } from './dialogs.ts'

/** Far more than 500 rules need; what is larger is no text that a person means. */
const maxTextBytes = 5_000_000

const filters = [
  { name: 'JSON', extensions: ['json', 'jsonc'] },
  { name: '*', extensions: ['*'] },
]

/** Lets the person choose where a text is kept. False when nothing was chosen. Throws `text_file_failed`. */
export async function saveText(
  parent: BrowserWindow | undefined,
  suggestedName: string,
  text: string,
): Promise<boolean> {
  const path = await askToSave(parent, { defaultPath: basename(suggestedName), filters })
  if (path === undefined) return false
  await writeFile(path, text).catch(refuse)
  return true
}

/** Lets the person choose a text file and reads it; null when nothing was chosen. Throws `text_file_failed`. */
export async function openText(
  parent: BrowserWindow | undefined,
): Promise<{ name: string; text: string } | null> {
  const [path] = await askToOpen(parent, { properties: ['openFile'], filters })
  if (path === undefined) return null
  return { name: basename(path), text: await readText(path) }
}

async function readText(path: string): Promise<string> {
  const file = await open(path).catch(refuse)
  try {
    const facts = await file.stat()
    if (!facts.isFile()) throw new IntrayError('text_file_failed', say('not_regular_file'))
    if (facts.size > maxTextBytes)
      throw new IntrayError('text_file_failed', say('text_too_large', { most: maxTextBytes }))
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

function refuse(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  throw new IntrayError('text_file_failed', say('system_says', { code }), { cause: error })
}
