import { describe, expect, it } from 'vitest'
import { finding } from '../../../electron/shared/finding-codes.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'
import { causeOf, causeWords, groupByCause } from '../../../renderer/problems/cause.ts'
import { sampleItem } from '../../support/sample-item.ts'

describe('the cause of a problem', () => {
  it('is the worst finding of a held file', () => {
    const findings = [
      finding('extension_mismatch', sayAsWritten('')),
      finding('too_large', sayAsWritten('7 MB')),
    ]
    expect(causeOf(sampleItem({ state: 'needs_attention', findings }))).toEqual({
      kind: 'finding',
      code: 'too_large',
    })
  })

  it('is the failure of a file that was sent, whatever was found before', () => {
    const item = sampleItem({
      state: 'failed',
      findings: [finding('extension_mismatch', sayAsWritten(''))],
      lastFailure: { code: 'entity_unknown', detail: '' },
    })
    expect(causeOf(item)).toEqual({ kind: 'failure', code: 'entity_unknown' })
  })

  it('of a missing file is that it is missing', () => {
    expect(causeOf(sampleItem({ state: 'missing' }))).toEqual({ kind: 'failure', code: 'file_missing' })
  })

  it('always has words and a next step', () => {
    const words = causeWords(causeOf(sampleItem({ state: 'needs_attention' })))
    expect(words.title).not.toBe('')
    expect(words.next).not.toBe('')
  })

  it('groups items and keeps their order', () => {
    const large = (id: number) =>
      sampleItem({ id, state: 'needs_attention', findings: [finding('too_large', sayAsWritten(''))] })
    const groups = groupByCause([large(1), sampleItem({ id: 2, state: 'missing' }), large(3)])
    expect(groups.map((group) => group.items.map((item) => item.id))).toEqual([[1, 3], [2]])
  })
})
