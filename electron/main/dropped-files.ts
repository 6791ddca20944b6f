import { isAbsolute } from 'node:path'
import { z } from 'zod'
import type { Answer } from '../shared/answer.ts'
import { IntrayError } from '../shared/error-codes.ts'
import type { DropResult } from '../shared/records.ts'
import type { EngineLink } from './engine-link.ts'
import type { ShellWords } from './words/shell-words.ts'

/** What the preload script read from files that a person dragged onto the window. */
const droppedSchema = z.strictObject({
  folderId: z.string().min(1).max(64),
  files: z
    .array(z.strictObject({ name: z.string().max(1_000), path: z.string().max(32_767) }))
    .min(1)
    .max(5_000),
})

/**
 * Has the engine copy dragged files into a watched folder. What was dragged out of another program, and is no file
 * of this computer, has no path: it is refused in plain words. Throws `input_invalid`.
 */
export function createDrop(
  engine: Pick<EngineLink, 'call'>,
  words: () => ShellWords,
): (folderId: unknown, files: unknown) => Promise<Answer<DropResult>> {
  return async (folderId, files) => {
    const parsed = droppedSchema.safeParse({ folderId, files })
    if (!parsed.success) throw new IntrayError('input_invalid', 'dropFiles')
    const placed = parsed.data.files.filter(({ path }) => isAbsolute(path))
    const refused = parsed.data.files
      .filter(({ path }) => !isAbsolute(path))
      .map(({ name }) => ({ name, words: words().drop.noPath }))
    if (placed.length === 0) return { ok: true, value: { copied: [], refused } }
    const answer = await engine.call('folders.drop', {
      folderId: parsed.data.folderId,
      paths: placed.map(({ path }) => path),
    })
    if (!answer.ok) return answer
    return {
      ok: true,
      value: { copied: answer.value.copied, refused: [...refused, ...answer.value.refused] },
    }
  }
}
