import { describe, expect, it } from 'vitest'
import { parseItemQuery } from '../../../electron/shared/item-query-text.ts'
import { queryOfPart } from '../../../renderer/folders/account.ts'

describe('the query behind a number of the account', () => {
  it('finds the files of one day, in the states of the part', () => {
    const { query, problems } = parseItemQuery(
      queryOfPart('attention', 'scans', ['2026-11-23']),
      '2026-11-24',
    )
    expect(problems).toEqual([])
    expect(query).toMatchObject({
      states: ['needs_attention', 'failed', 'outcome_unknown'],
      folders: ['scans'],
      seen: { from: '2026-11-23', to: '2026-11-23' },
    })
  })

  it('finds those of all days from the first to the last', () => {
    const text = queryOfPart('uploaded', 'scans', ['2026-11-23', '2026-11-20', '2026-11-21'])
    expect(parseItemQuery(text, '2026-11-24').query.seen).toEqual({ from: '2026-11-20', to: '2026-11-23' })
  })

  it('asks for no day where the account has none', () => {
    expect(parseItemQuery(queryOfPart('missing', 'scans', []), '2026-11-24').query.seen).toBeNull()
  })
})
