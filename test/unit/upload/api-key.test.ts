import { describe, expect, it } from 'vitest'
import { endpointHeaders, failureOfKey, withoutKey } from '../../../electron/engine/upload/api-key.ts'

describe('the API key', () => {
  it('goes into its header only where a header can carry it', () => {
    expect(endpointHeaders('abc')).toMatchObject({ 'u21-key': 'abc' })
    expect(failureOfKey('abc')).toBeNull()
    for (const key of ['', 'a b', 'a\r\nb', 'ä', '\u007f']) {
      expect(endpointHeaders(key)).not.toHaveProperty('u21-key')
      expect(failureOfKey(key)?.code).toBe(key === '' ? 'key_missing' : 'key_refused')
    }
  })

  it('is taken out of a text in each of its spellings', () => {
    const key = 'k/2"x+='
    const spellings = [key, encodeURIComponent(key), JSON.stringify(key), Buffer.from(key).toString('base64')]
    const text = withoutKey(`${spellings.join(' and ')} stay`, key)
    expect(text).toBe('[key] and [key] and "[key]" and [key] stay')
    expect(withoutKey('as it is', '')).toBe('as it is')
  })
})
