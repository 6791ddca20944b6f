import { z } from 'zod'
import { withoutKey } from './api-key.ts'
import type { HttpAnswer } from './http-exchange.ts'
import { say } from '../../shared/sentences/say.ts'
import type { Sentence } from '../../shared/sentences/told.ts'

/**
 * What an answer's body is. `endpoint_error` is the endpoint's own `{error_code, message?}`; `object` any other
 * JSON object; `foreign` everything else, with a phrase that says what it looks like.
 */
export type AnswerBody =
  | { readonly kind: 'empty' }
  | { readonly kind: 'endpoint_error'; readonly errorCode: string; readonly message: string | null }
  | { readonly kind: 'object'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'foreign'; readonly content: Sentence }

const maxTextLength = 500

const objectSchema = z.record(z.string(), z.unknown())

const endpointErrorSchema = z.looseObject({
  error_code: z.string().min(1),
  message: z.string().nullable().default(null).catch(null),
})

/**
 * Reads a body by its content; the content type is not trusted, proxies rewrite it. Whatever words it gives are
 * without the key, should the answer repeat it.
 */
export function readAnswerBody(answer: HttpAnswer, key: string): AnswerBody {
  if (!answer.complete) return { kind: 'foreign', content: say('answer_endless') }
  const text = new TextDecoder().decode(answer.body)
  if (text.trim() === '') return { kind: 'empty' }
  const value = parseJson(text)
  const error = endpointErrorSchema.safeParse(value)
  if (error.success) {
    const { error_code, message } = error.data
    return {
      kind: 'endpoint_error',
      errorCode: shortened(error_code, key),
      message: message === null ? null : shortened(message, key),
    }
  }
  const object = objectSchema.safeParse(value)
  return object.success
    ? { kind: 'object', value: object.data }
    : { kind: 'foreign', content: foreignContent(text, key) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // JSON.parse fails on one thing only, text that is no JSON; undefined is no JSON value.
    return undefined
  }
}

/** What a person would call it: a web page by its title, or the beginning of the text. */
function foreignContent(whole: string, key: string): Sentence {
  // The beginning is enough, and a hostile page cannot make the search long.
  const text = whole.slice(0, 16_384)
  const title = /<title[^>]*>([^<]*)</i.exec(text)?.[1]?.trim()
  if (title !== undefined && title !== '') return say('answer_page_titled', { text: shortened(title, key) })
  if (/^\s*</.test(text)) return say('answer_page')
  return say('answer_text', { text: shortened(text, key) })
}

/** One short line without control characters. The key goes first: cut in half it would not be found. */
function shortened(text: string, key: string): string {
  return withoutKey(text, key)
    .slice(0, 4 * maxTextLength)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, maxTextLength)
}
