import { readFile, realpath } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, sep } from 'node:path'

/** The kinds of file that the built page consists of. Any other kind is not served. */
const mimeByExtension: Readonly<Record<string, string>> = {
  '.bcmap': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pfb': 'application/octet-stream',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

export interface PageFile {
  readonly bytes: Buffer
  readonly mime: string
}

/**
 * Reads the file that an address's path names from within `folder`; undefined when there is none. Links are
 * followed before the check that the file lies inside.
 */
export async function readPageFile(folder: string, pathname: string): Promise<PageFile | undefined> {
  const wanted = decodePath(pathname === '/' ? '/index.html' : pathname)
  const mime = wanted === undefined ? undefined : mimeByExtension[extname(wanted).toLowerCase()]
  if (wanted === undefined || mime === undefined) return undefined
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, wanted))])
    return isInside(root, file) ? { bytes: await readFile(file), mime } : undefined
  } catch {
    // Whatever the reason, the page gets the same answer: there is no such file.
    return undefined
  }
}

/** Undefined for what no file of the page is called: broken escapes, backslashes, NUL. */
function decodePath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname)
    return /[\\\0]/.test(path) ? undefined : path
  } catch {
    return undefined
  }
}

function isInside(root: string, file: string): boolean {
  const path = relative(root, file)
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}
