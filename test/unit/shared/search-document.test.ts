import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { itemTraits } from '../../../electron/shared/item-query.ts'
import { itemFilterNames, parseItemQuery } from '../../../electron/shared/item-query-text.ts'
import { itemStates } from '../../../electron/shared/item-states.ts'

const read = (file: string): Promise<string> =>
  readFile(resolve(import.meta.dirname, '../../..', file), 'utf8')
const text = await read('docs/search.md')
const quoted = [...text.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside)

describe('the document about searching', () => {
  it('shows only queries that are understood', () => {
    const questions = text.slice(text.indexOf('## An auditor'), text.indexOf('## The order'))
    const queries = [...questions.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside)
    expect(queries.length).toBeGreaterThanOrEqual(10)
    for (const query of queries) expect(parseItemQuery(query, '2026-11-23').problems, query).toEqual([])
  })

  it('is no other language than that of the queries elsewhere', async () => {
    const texts = [await read('README.md'), await read('docs/evidence.md')]
    const query = `((?:${itemFilterNames.join('|')}):[^\`"]+)`
    const places = new RegExp(`\`${query}\`|--text "${query}"`, 'g')
    const written = texts.flatMap((one) =>
      [...one.matchAll(places)].map(([, quoted, given]) => quoted ?? given ?? ''),
    )
    expect(written.length).toBeGreaterThanOrEqual(2)
    for (const one of written) expect(parseItemQuery(one, '2026-11-23').problems, one).toEqual([])
  })

  it('names every filter, state and trait', () => {
    for (const name of itemFilterNames) expect(quoted).toContain(`${name}:`)
    for (const value of [...itemStates, ...itemTraits]) expect(quoted).toContain(value)
  })
})
