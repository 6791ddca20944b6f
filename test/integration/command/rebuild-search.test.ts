import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { intray, intrayInside, startIntray } from './running-command.ts'
import { workplace } from './workplace.ts'
import type { Workplace } from './workplace.ts'

async function found({ here }: Workplace, text: string): Promise<number> {
  const { stdout } = await intrayInside(['list', text, '--all', '--json', ...here])
  return stdout.split('\n').filter(Boolean).length
}

describe('intray rebuild-search', () => {
  it('finds again what the search had lost, and is refused while an engine runs', async () => {
    const place = await workplace()
    place.drop('valid.jpg', 'cust-1_passport.jpg')
    expect((await intray(['run', '--once', ...place.here], place.key)).code).toBe(0)
    expect([await found(place, 'cust-1'), await found(place, 'state:uploaded')]).toEqual([1, 1])

    const database = new Database(join(place.root, 'data', 'live', 'ledger.sqlite3'))
    database.exec(`INSERT INTO item_search (item_search) VALUES ('delete-all')`)
    database.close()
    expect(await found(place, 'cust-1')).toBe(0)

    const running = startIntray(['run', ...place.here], place.key)
    await running.appeared('Folder: ')
    expect((await intrayInside(['rebuild-search', ...place.here])).code).toBe(73)
    running.process.kill('SIGINT')
    await running.ended
    expect(await found(place, 'cust-1')).toBe(0)

    const rebuilt = await intrayInside(['rebuild-search', '--json', ...place.here])
    expect(rebuilt).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(rebuilt.stdout)).toMatchObject({ itemCount: 1 })
    expect(await found(place, 'cust-1')).toBe(1)
    expect((await intrayInside(['verify', ...place.here])).code).toBe(0)
  })
})
