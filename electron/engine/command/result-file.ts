import { open, rename, rm, stat } from 'node:fs/promises'
import { IntrayError } from '../../shared/error-codes.ts'
import { say } from '../../shared/sentences/say.ts'

/**
 * Writes a file whole or not at all: it takes its name when it is complete, and what had the name before stays
 * until then. It is readable by its owner alone. Throws `output_unwritable`.
 */
export async function writeResultFile(path: string, chunks: AsyncIterable<string>): Promise<void> {
  const present = await stat(path).catch(() => null)
  if (present?.isFile() === false && !present.isDirectory()) {
    throw new IntrayError('output_unwritable', say('no_plain_file', { path }))
  }
  const draft = `${path}.${String(process.pid)}.part`
  const file = await open(draft, 'wx', 0o600).catch((error: unknown) => refuse(path, error))
  try {
    for await (const chunk of chunks) {
      await file.writeFile(chunk).catch((error: unknown) => refuse(path, error))
    }
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(draft, { force: true })
    throw error
  }
  await file.close()
  await rename(draft, path).catch(async (error: unknown) => {
    await rm(draft, { force: true })
    return refuse(path, error)
  })
}

function refuse(path: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  throw new IntrayError('output_unwritable', `${path} (${code})`, { cause: error })
}
