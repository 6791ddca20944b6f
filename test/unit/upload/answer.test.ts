import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyAnswer } from '../../../electron/engine/upload/answer.ts'
import { dispositionOf } from '../../../electron/shared/error-codes.ts'
import { answerOf } from './answers.ts'

const key = 'k-4711'
const nowMs = Date.UTC(2026, 10, 23)
const words = '{"error_code":"some_slug","message":"Some words"}'
const page = '<!DOCTYPE html>\n<html><head><title>\n Gateway says no </title></head></html>'

function outcomeOf(...answer: Parameters<typeof answerOf>): string {
  return classifyAnswer(answerOf(...answer), key, nowMs).outcome
}

describe('a success', () => {
  it.each(['{}', ' {} \n', '\ufeff{}', '{"media_ids":["1"]}', '{"message":"ok"}'])(
    'is accepted with %j',
    (body) => {
      expect(outcomeOf(200, body)).toBe('accepted')
    },
  )

  it.each(['', ' ', '[]', 'null', '"ok"', 'OK', '{', page, words, '{}{}'])(
    'is not believed with %j',
    (body) => {
      expect(outcomeOf(200, body)).toBe('not_the_endpoint')
    },
  )

  it.each([201, 202, 203, 204, 205, 206, 226])('is not believed with status %i', (status) => {
    expect(outcomeOf(status, '{}')).toBe('not_the_endpoint')
  })

  it('is not believed when it came too early or is endless', () => {
    expect(outcomeOf(200, '{}', { sentWhole: false })).toBe('not_the_endpoint')
    expect(outcomeOf(200, '{}', { complete: false })).toBe('not_the_endpoint')
  })
})

describe('a refusal', () => {
  it.each([
    [400, words, 'request_refused'],
    [400, '', 'request_refused'],
    [401, words, 'key_refused'],
    [401, page, 'key_refused'],
    [403, words, 'key_without_permission'],
    [403, page, 'key_without_permission'],
    [404, words, 'entity_unknown'],
    [404, '', 'entity_unknown'],
    [404, page, 'request_refused'],
    [404, '{"message":"no Route matched with those values"}', 'request_refused'],
    [405, words, 'request_refused'],
    [407, page, 'connection_failed'],
    [408, '', 'no_answer'],
    [409, words, 'entity_conflict'],
    [413, page, 'file_too_large_refused'],
    [415, words, 'request_refused'],
    [422, words, 'request_refused'],
    [423, '', 'entity_busy'],
    [429, '', 'rate_limited'],
    [301, '', 'redirect_refused'],
    [303, '', 'not_the_endpoint'],
    [308, '{}', 'redirect_refused'],
  ])('%i with %j is %s', (status, body, outcome) => {
    expect(outcomeOf(status, body)).toBe(outcome)
  })
})

describe('a server error', () => {
  it('is tried again only where the endpoint itself declares it', () => {
    expect(outcomeOf(500, words)).toBe('server_error')
    expect(outcomeOf(503, words)).toBe('server_error')
    expect(dispositionOf('server_error')).toBe('retry')
  })

  it.each([
    [500, page],
    [500, ''],
    [503, page],
    [503, 'upstream connect error or disconnect/reset before headers. reset reason: connection termination'],
    [502, words],
    [504, page],
    [520, ''],
    [599, '{}'],
  ])('%i with %j leaves the outcome unknown', (status, body) => {
    expect(outcomeOf(status, body)).toBe('no_answer')
  })

  it('511 never reached the endpoint', () => {
    expect(outcomeOf(511, page)).toBe('connection_failed')
  })
})

describe('every answer there can be', () => {
  const answers = fc.record({
    status: fc.integer({ min: 200, max: 999 }),
    body: fc.oneof(fc.string(), fc.json(), fc.constantFrom('', '{}', words, page)),
    headers: fc.dictionary(
      fc.constantFrom('date', 'retry-after', 'x-ratelimit-reset', 'location'),
      fc.string(),
    ),
    complete: fc.boolean(),
    sentWhole: fc.boolean(),
  })

  it('has a code, and nothing but the endpoint’s own word is a success or a blind repeat', () => {
    fc.assert(
      fc.property(answers, ({ status, body, ...parts }) => {
        const { outcome, answerMessage, detail, retryAfterMs } = classifyAnswer(
          answerOf(status, body, parts),
          key,
          nowMs,
        )
        if (outcome === 'accepted') {
          expect(status).toBe(200)
          expect(parts).toMatchObject({ complete: true, sentWhole: true })
          expect(JSON.parse(body)).toBeTypeOf('object')
        } else if (dispositionOf(outcome) === 'retry') {
          expect([407, 423, 429, 500, 503, 511]).toContain(status)
        }
        expect((answerMessage ?? '').length).toBeLessThanOrEqual(500)
        expect(detail.length).toBeLessThan(1_000)
        if (retryAfterMs !== null) expect(retryAfterMs).toBeGreaterThanOrEqual(1_000)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the words of an answer', () => {
  it('are the endpoint’s own where it gives them', () => {
    expect(classifyAnswer(answerOf(400, words), key, nowMs)).toMatchObject({
      answerCode: 'some_slug',
      answerMessage: 'Some words',
    })
    for (const body of ['{"error_code":"some_slug"}', '{"error_code":"some_slug","message":7}']) {
      expect(classifyAnswer(answerOf(400, body), key, nowMs)).toMatchObject({
        answerCode: 'some_slug',
        answerMessage: null,
      })
    }
  })

  it('are one short line without control characters', () => {
    const message = `first\r\nsecond\u0000\u001b[31m ${'x'.repeat(10_000)}`
    const body = JSON.stringify({ error_code: 'e', message })
    const { answerMessage } = classifyAnswer(answerOf(400, body), key, nowMs)
    expect(answerMessage).toMatch(/^first second \[31m x+$/)
    expect(answerMessage).toHaveLength(500)
  })

  it('never hold the key, not even a part of it where they are cut', () => {
    for (let length = 485; length <= 500; length += 1) {
      const text = `${'x'.repeat(length)}${key} and more`
      for (const body of [
        JSON.stringify({ error_code: text, message: text }),
        text,
        `<title>${text}</title>`,
      ]) {
        const reading = JSON.stringify(classifyAnswer(answerOf(400, body), key, nowMs))
        expect(reading).not.toContain('k-')
      }
    }
  })

  it('are found quickly in a hostile page', () => {
    const startedMs = performance.now()
    classifyAnswer(answerOf(403, '<title'.repeat(1_000_000)), key, nowMs)
    expect(performance.now() - startedMs).toBeLessThan(2_000)
  })

  it('name the page that a proxy gave, and where a redirect leads, without its query', () => {
    expect(classifyAnswer(answerOf(403, page), key, nowMs).detail).toContain('“Gateway says no”')
    const headers = { location: 'https://login.example.org/a?token=abc' }
    const { detail } = classifyAnswer(answerOf(302, '', { headers }), key, nowMs)
    expect(detail).toContain('https://login.example.org')
    expect(detail).not.toContain('abc')
  })
})
