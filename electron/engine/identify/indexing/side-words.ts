import { aliasKey, shippedSideNames, sides } from '../../../shared/media-types.ts'
import type { Side } from '../../../shared/media-types.ts'

/** Says which side a word stands for; null for words that stand for none. */
export type ReadSide = (text: string) => Side | null

const keysBySide = sides.map((side) => [side, new Set(shippedSideNames[side].map(aliasKey))] as const)

/** The words that ship with Intray. A number may be that of a page, and decides nothing. */
export const readSideWord: ReadSide = (text) => {
  const key = aliasKey(text)
  return keysBySide.find(([, keys]) => keys.has(key))?.[0] ?? null
}
