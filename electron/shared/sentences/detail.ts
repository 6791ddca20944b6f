import { asSentence, sayAll } from './say.ts'
import type { Detail, Sentence } from './told.ts'

/** A sentence as the detail of something; null for none. */
export function detailOf(sentence: Sentence | null): Detail {
  return sentence === null ? { detail: '' } : { detail: sentence.words, said: sentence.said }
}

/** The same without what stands beside it. */
export function detailIn({ detail, said }: Detail): Detail {
  return { detail, ...(said === undefined ? {} : { said }) }
}

/** The detail as a sentence; null where there is none. */
export function sentenceIn({ detail, said }: Detail): Sentence | null {
  return detail === '' ? null : asSentence({ words: detail, said })
}

/** A sentence, and behind it what a detail says. */
export function sayWith(sentence: Sentence, detail: Detail): Sentence {
  const more = sentenceIn(detail)
  return more === null ? sentence : sayAll([sentence, more])
}
