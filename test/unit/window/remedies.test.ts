import { describe, expect, it } from 'vitest'
import { finding } from '../../../electron/shared/finding-codes.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'
import { possibleActions, remediesOf } from '../../../renderer/problems/remedies.ts'
import { sampleItem } from '../../support/sample-item.ts'

const untouched = { changed: false, needsReason: false }
const corrected = { changed: true, needsReason: false }

describe('the remedies for a problem', () => {
  it('offer no approval of a file that is no good in itself, and a new scan instead', () => {
    const item = sampleItem({ state: 'needs_attention', findings: [finding('damaged', sayAsWritten(''))] })
    expect(remediesOf(item, corrected)).toMatchObject({
      correct: false,
      approve: 'none',
      reject: true,
      requestRescan: true,
    })
  })

  it('ask for a reason where something is set aside', () => {
    const item = sampleItem({
      state: 'needs_attention',
      findings: [finding('entity_unknown', sayAsWritten(''))],
    })
    expect(remediesOf(item, { changed: false, needsReason: true }).approve).toBe('with_reason')
  })

  it('retry a refused file as it is, and approve it anew once it was corrected', () => {
    const item = sampleItem({ state: 'failed' })
    expect(remediesOf(item, untouched)).toMatchObject({ retry: true, approve: 'none' })
    expect(remediesOf(item, corrected)).toMatchObject({
      retry: false,
      approve: 'plain',
      keepCorrection: true,
    })
  })

  it('never send an unknown outcome again without a person’s word', () => {
    expect(remediesOf(sampleItem({ state: 'outcome_unknown' }), untouched)).toMatchObject({
      settleUnknown: true,
      retry: false,
      approve: 'none',
      requestRescan: false,
    })
  })

  it('for an index file are to look at it or to wait no longer', () => {
    const item = sampleItem({ state: 'needs_attention', role: 'index', entityId: null, mediaType: null })
    const remedies = remediesOf(item, untouched)
    expect(remedies).toMatchObject({ correct: false, approve: 'none', requestRescan: false, reject: true })
    expect([...possibleActions(item, remedies)].toSorted()).toEqual([
      'reject',
      'show_folder_settings',
      'show_index',
      'stop_waiting',
    ])
  })
})
