import { describe, expect, it } from 'vitest'
import { withoutSearch, withRenamedSearch, withSearch } from '../../../renderer/history/search-list.ts'

const searches = [
  { name: 'Held', text: 'state:needs_attention' },
  { name: 'Today', text: 'seen:today' },
]

describe('saved searches', () => {
  it('stand by their names, and each name stands once', () => {
    expect(withSearch(searches, { name: 'Sent', text: 'state:uploaded' }).map(({ name }) => name)).toEqual([
      'Held',
      'Sent',
      'Today',
    ])
    expect(withSearch(searches, { name: 'Today', text: 'seen:yesterday' })).toEqual([
      searches[0],
      { name: 'Today', text: 'seen:yesterday' },
    ])
  })

  it('are renamed and deleted', () => {
    expect(withRenamedSearch(searches, 'Today', 'A day')).toEqual([
      { name: 'A day', text: 'seen:today' },
      searches[0],
    ])
    expect(withRenamedSearch(searches, 'Today', 'Held')).toEqual([{ name: 'Held', text: 'seen:today' }])
    expect(withRenamedSearch(searches, 'Nothing', 'Held')).toEqual(searches)
    expect(withoutSearch(searches, 'Held')).toEqual([searches[1]])
  })
})
