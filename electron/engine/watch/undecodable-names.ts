import type { FolderReader } from './folder-reader.ts'
import type { ListedOther } from './listed-entry.ts'
import { unreadable } from './entry-look.ts'
import { absolutePath, childPath } from './relative-path.ts'
import { say } from '../../shared/sentences/say.ts'

const replacementCharacter = '\uFFFD'

/** Node writes U+FFFD for bytes that are no Unicode. A name may also hold that character by itself. */
export function mayBeUndecodable(name: string): boolean {
  return name.includes(replacementCharacter)
}

function writeBytes(raw: Buffer): string {
  return Array.from(raw, (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
  ).join('')
}

/**
 * The entries of a directory whose names are no valid Unicode, by the text that Node makes of the name. They
 * cannot be opened by that text, so each is reported with its bytes; of several that make one text, each has its
 * bytes in its path too, so that it is told apart and accounted for.
 */
export async function findUndecodableNames(
  reader: FolderReader,
  root: string,
  directory: string,
): Promise<Map<string, ListedOther[]>> {
  const found = new Map<string, Buffer[]>()
  for (const raw of await reader.readRawNames(absolutePath(root, directory))) {
    const name = raw.toString('utf8')
    if (!mayBeUndecodable(name) || Buffer.from(name, 'utf8').equals(raw)) continue
    found.set(name, [...(found.get(name) ?? []), raw])
  }
  return new Map(
    [...found].map(([name, raws]) => [
      name,
      raws.map((raw) => report(directory, name, raw, raws.length > 1)),
    ]),
  )
}

function report(directory: string, name: string, raw: Buffer, isShared: boolean): ListedOther {
  const bytes = writeBytes(raw)
  const path = childPath(directory, isShared ? `${name} [${bytes}]` : name)
  return unreadable(path, say('name_not_unicode', { bytes }))
}
