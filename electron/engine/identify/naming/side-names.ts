import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { aliasKey, shippedSideNames, sides } from '../../../shared/media-types.ts'
import type { Side } from '../../../shared/media-types.ts'
import type { SideNames } from '../../../shared/rules.ts'
import { NameTrie } from './name-trie.ts'

/** What texts name which side of a document. Keys are in the form of `aliasKey`. */
export interface SideTable {
  readonly sideByKey: ReadonlyMap<string, Side>
  readonly names: NameTrie<Side>
  /** What is wrong with the words. A word of both sides names neither. */
  readonly problems: readonly Sentence[]
}

/** Joins the words that Intray brings and a person's own ones. */
export function compileSides(extra: SideNames): SideTable {
  const problems: Sentence[] = []
  const sideByKey = new Map<string, Side>()
  const disputed = new Set<string>()
  for (const side of sides) {
    for (const name of [...shippedSideNames[side], ...extra[side]]) {
      const key = aliasKey(name)
      if (key === '') problems.push(say('side_word_empty', { name, side }))
      else if ((sideByKey.get(key) ?? side) === side) sideByKey.set(key, side)
      else disputed.add(key)
    }
  }
  for (const key of disputed) {
    sideByKey.delete(key)
    problems.push(say('side_word_shared', { name: key }))
  }
  return { sideByKey, names: new NameTrie(sideByKey), problems }
}
