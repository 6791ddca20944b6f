import { describe, expect, it } from 'vitest'
import { bulkActionSchema } from '../../../electron/shared/calls/review-calls.ts'
import { errorCatalogue } from '../../../electron/shared/error-codes.ts'
import { findingCatalogue } from '../../../electron/shared/finding-codes.ts'
import type { ItemCause } from '../../../electron/shared/records.ts'
import { groupWords } from '../../../renderer/problems/cause.ts'
import { fixAction } from '../../../renderer/problems/fix-action.ts'
import { fixesOf, fixKinds } from '../../../renderer/problems/fixes.ts'

const cause = (kind: ItemCause['kind'], code: string): ItemCause => ({ kind, code, count: 3, query: '' })

describe('the fixes for all files of a cause', () => {
  it('begin with what mends it', () => {
    expect(fixesOf(cause('finding', 'too_large'))[0]).toBe('accept_repair')
    expect(fixesOf(cause('finding', 'entity_unknown'))[0]).toBe('look_up_entity')
    expect(fixesOf(cause('finding', 'media_type_missing'))[0]).toBe('set_media_type')
    expect(fixesOf(cause('finding', 'no_rule'))[0]).toBe('set_entity')
    expect(fixesOf(cause('finding', 'damaged'))[0]).toBe('request_rescan')
    expect(fixesOf(cause('failure', 'request_refused'))[0]).toBe('retry')
    expect(fixesOf(cause('unknown_outcome', 'unknown_outcome'))[0]).toBe('look_up')
    expect(fixesOf(cause('missing', 'missing'))).toEqual(['reject'])
  })

  it('never send a file in spite of a finding that nobody may set aside', () => {
    for (const [code, { overridable }] of Object.entries(findingCatalogue)) {
      if (!overridable) expect(fixesOf(cause('finding', code))).not.toContain('upload_anyway')
    }
  })

  it.each([
    ...Object.keys(findingCatalogue).map((code) => cause('finding', code)),
    ...Object.keys(errorCatalogue).map((code) => cause('failure', code)),
    cause('other', 'other'),
    cause('unknown_outcome', 'unknown_outcome'),
    cause('missing', 'missing'),
  ])('exist and have words for $kind $code', (group) => {
    expect(fixesOf(group).length).toBeGreaterThan(0)
    expect(groupWords(group).title).not.toBe('')
  })

  it.each(fixKinds)('ask the engine for what it takes: %s', (kind) => {
    expect(bulkActionSchema.safeParse(fixAction(kind, 'cust-1')).error).toBeUndefined()
  })
})
