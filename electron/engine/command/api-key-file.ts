import { open } from 'node:fs/promises'
import { IntrayError } from '../../shared/error-codes.ts'

const readableByOthers = 0o077
const longestKeyBytes = 8_192

/**
 * Reads the API key from a file that holds nothing else. On POSIX systems the file must be readable by its owner
 * alone. Throws `key_file_refused`; no detail holds anything of the key.
 */
export async function readKeyFile(
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<string> {
  const file = await open(path, 'r').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new IntrayError('key_file_refused', `${path}: it cannot be opened (${code}).`, { cause: error })
  })
  try {
    // The open file is asked, not the path: what is checked is what is read.
    const { mode, size } = await file.stat()
    if (platform !== 'win32' && (mode & readableByOthers) !== 0) {
      const octal = (mode & 0o777).toString(8)
      throw new IntrayError('key_file_refused', `${path}: others can read it (mode ${octal}).`)
    }
    if (size > longestKeyBytes)
      throw new IntrayError('key_file_refused', `${path}: it is too long for a key.`)
    const key = (await file.readFile('utf8')).replace(/^\uFEFF/, '').trim()
    if (key === '') throw new IntrayError('key_file_refused', `${path}: it is empty.`)
    return key
  } finally {
    await file.close()
  }
}
