import { describe, expect, it } from 'vitest'
import { roundsByContent } from '../../../electron/engine/content-rounds.ts'

/** `a1` is the first file with the content `a`. */
const roundsOf = (names: string): string[] =>
  roundsByContent(names.split(' ').map((name) => ({ name, inspection: { sha256: name.charAt(0) } }))).map(
    (round) => round.map(({ name }) => name).join(' '),
  )

describe('rounds by content', () => {
  it('are none without files', () => {
    expect(roundsByContent([])).toEqual([])
  })

  it('are one where every content is another', () => {
    expect(roundsOf('c1 a1 b1')).toEqual(['c1 a1 b1'])
  })

  it('put off a file whose content came before, and keep the order', () => {
    expect(roundsOf('a1 b1 a2 c1 b2 a3')).toEqual(['a1 b1 c1', 'a2 b2', 'a3'])
  })

  it('are as many as files where all have the same content', () => {
    expect(roundsOf('a1 a2 a3')).toEqual(['a1', 'a2', 'a3'])
  })
})
