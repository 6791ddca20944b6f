import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { intray, intrayInside, intrayJson, startIntray } from './running-command.ts'
import type { Ended } from './running-command.ts'
import { workplace } from './workplace.ts'
import type { Workplace } from './workplace.ts'

const shipped = { id: 'entity-and-type', name: 'Entity and media type', pattern: '{entity_id}_{media_type}' }
const dashed = { id: 'dashed', name: 'Type first', pattern: '{media_type}-{entity_id}' }

/** A ledger with one approved file, `a_passport`, and two that no rule reads. */
async function filled(): Promise<Workplace> {
  const place = await workplace({ policy: 'review_everything' })
  place.drop('valid.jpg', 'a_passport.jpg')
  place.drop('valid.png', 'passport-b.png')
  place.drop('valid.gif', 'selfie-c.gif')
  expect((await intray(['run', '--once', ...place.here], place.key)).code).toBe(1)
  expect((await intrayInside(['approve', '1', ...place.here])).code).toBe(0)
  return place
}

function rulesFile({ root }: Workplace, rules: readonly object[], name = 'rules.json'): string {
  const file = join(root, name)
  writeFileSync(file, JSON.stringify({ intrayRules: 1, rules }))
  return file
}

async function inside(place: Workplace, ...words: readonly string[]): Promise<Ended> {
  return intrayInside([...words, ...place.here])
}

async function insideJson(place: Workplace, ...words: readonly string[]): Promise<unknown> {
  return JSON.parse((await inside(place, ...words, '--json')).stdout)
}

describe('intray rules', () => {
  it('lists the rules in force and what they read of the waiting files', async () => {
    const place = await filled()
    const listed = await inside(place, 'rules', 'list')
    expect(listed.code).toBe(0)
    expect(listed.stdout).toContain('Version 1, saved ')
    expect(listed.stdout).toMatch(/entity-and-type +1 +0 +\{entity_id\}_\{media_type\}/)
    expect(listed.stdout).toContain('Waiting files: 2. One result: 0, several: 0, none: 2.')

    expect(await insideJson(place, 'rules', 'list')).toMatchObject({
      version: { version: 1 },
      coverage: { waiting: 2, unmatched: 2, byRule: {} },
    })
  })

  it('shows one rule, and says when there is none', async () => {
    const place = await filled()
    const shown = await inside(place, 'rules', 'show', 'folder-per-entity')
    expect(shown.code).toBe(0)
    expect(shown.stdout).toMatch(/Pattern +\{entity_id\}\/\{media_type\}/)
    const unknown = await inside(place, 'rules', 'show', 'nothing', '--json')
    expect(unknown.code).toBe(1)
    expect(JSON.parse(unknown.stderr)).toMatchObject({ error: { code: 'rule_not_found' } })
  })

  it('tries, imports, exports and takes back the rules of a file', async () => {
    const place = await filled()
    const file = rulesFile(place, [shipped, dashed])

    const tried = await inside(place, 'rules', 'try', file)
    expect(tried.code).toBe(0)
    expect(tried.stdout).toContain('Newly read: 2')
    expect(tried.stdout).toContain('b, IMAGE_PASSPORT_FRONT (by “Type first”)')
    expect((await inside(place, 'rules', 'import', file, '--dry-run')).stdout).toContain('Nothing was saved')
    expect(await insideJson(place, 'rules', 'list')).toMatchObject({ version: { version: 1 } })

    const imported = await intray(['rules', 'import', file, ...place.here])
    expect(imported.stderr).toBe('')
    expect(imported.stdout).toContain('Saved as version 2.')
    expect(await insideJson(place, 'rules', 'list')).toMatchObject({
      version: { version: 2, actor: 'Ada Okafor' },
      ruleVersions: { 'entity-and-type': 1, dashed: 1 },
      coverage: { matched: 2, byRule: { dashed: 2 } },
    })
    expect(readFileSync(place.settingsFile, 'utf8')).toContain('// Settings of a test')
    expect((await inside(place, 'rules', 'import', file)).stdout).toContain('in force already, as version 2')

    const exported = join(place.root, 'exported.json')
    expect((await inside(place, 'rules', 'export', '--output', exported)).code).toBe(0)
    expect(readFileSync(exported, 'utf8')).toBe((await inside(place, 'rules', 'export')).stdout)
    expect(JSON.parse(readFileSync(exported, 'utf8'))).toEqual({ intrayRules: 1, rules: [shipped, dashed] })

    const undone = await inside(place, 'rules', 'undo')
    expect(undone.stdout).toContain('Version 3 is in force: the rules of version 1.')
    expect(await insideJson(place, 'rules', 'list')).toMatchObject({
      version: { version: 3, restores: 1 },
      coverage: { matched: 0 },
    })
  })

  it('reads waiting files by the imported rules in the next run, and leaves decided ones alone', async () => {
    const place = await filled()
    await inside(place, 'rules', 'import', rulesFile(place, [shipped, dashed]))
    await intray(['run', '--once', ...place.here], place.key)

    const items = (await inside(place, 'list', '--all', '--json')).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { path: string })
    const found = Object.fromEntries(items.map((item) => [item.path, item]))
    expect(found).toMatchObject({
      'a_passport.jpg': { state: 'uploaded', entityId: 'a' },
      'passport-b.png': { entityId: 'b', ruleId: 'dashed', ruleVersion: 1, reading: { setVersion: 2 } },
      'selfie-c.gif': { entityId: 'c', mediaType: 'IMAGE_FACE_IMAGE' },
    })
    expect((await inside(place, 'verify')).code).toBe(0)
  })

  it('reaches an engine that is running, which then reads waiting files again', async () => {
    const place = await filled()
    const running = startIntray(['run', ...place.here], place.key)
    await running.appeared('Folder: ')

    await inside(place, 'rules', 'import', rulesFile(place, [shipped, dashed]))

    await vi.waitFor(
      async () => expect((await inside(place, 'show', '2')).stdout).toMatch(/Read by +rule dashed/),
      { timeout: 10_000, interval: 200 },
    )
    running.process.kill('SIGINT')
    expect((await running.ended).code).toBe(130)
  })

  it('refuses rules that contradict what people confirmed, unless they are forced', async () => {
    const place = await filled()
    const file = rulesFile(place, [
      { id: 'swapped', name: 'Swapped', pattern: '{skip}_{entity_id}', mediaType: 'LETTER' },
    ])

    const refused = await inside(place, 'rules', 'import', file)
    expect(refused.code).toBe(1)
    expect(refused.stdout).toContain('Contradictions with what people confirmed: 1')
    expect(refused.stdout).toContain('passport, LETTER (by “Swapped”)')
    expect((await inside(place, 'rules', 'try', file)).code).toBe(1)
    expect(await insideJson(place, 'rules', 'list')).toMatchObject({ version: { version: 1 } })

    expect(await insideJson(place, 'rules', 'import', file, '--force')).toMatchObject({
      outcome: 'saved',
      version: { version: 2 },
      trial: { changes: { contradiction: 1 } },
    })

    const other = rulesFile(place, [
      { id: 'swapped', name: 'Swapped', pattern: '{skip}_{entity_id}', mediaType: 'STATEMENT' },
    ])
    const again = await inside(place, 'rules', 'try', other)
    expect(again.code).toBe(0)
    expect(again.stdout).not.toContain('Contradictions')
  })

  it('has nothing to undo at first', async () => {
    const place = await filled()
    const undone = await inside(place, 'rules', 'undo')
    expect(undone).toMatchObject({ code: 1, stdout: 'There is no earlier version of the rules.\n' })
  })

  it('refuses a rules file with every mistake in it, and one that is not there', async () => {
    const place = await workplace()
    const file = join(place.root, 'rules.jsonc')
    writeFileSync(file, '{ "intrayRules": 1, // ours\n "rules": [{ "id": "a", "name": "A" }] }')
    const refused = await inside(place, 'rules', 'try', file)
    expect(refused.code).toBe(65)
    expect(refused.stderr).toContain('Line 2, rule 1, “pattern”: It is missing.')

    const broken = rulesFile(place, [{ id: 'b', name: 'B', pattern: '{entity_id}_{what}' }])
    const unusable = await inside(place, 'rules', 'import', broken, '--json')
    expect(unusable.code).toBe(65)
    expect(JSON.parse(unusable.stderr)).toMatchObject({ error: { code: 'rules_file_refused' } })
    expect(unusable.stderr).toContain('Rule “b”: ')

    expect((await inside(place, 'rules', 'try', join(place.root, 'none.json'))).code).toBe(65)
  })

  it('says when a rule is for a folder that nobody watches', async () => {
    const place = await filled()
    const tried = await inside(
      place,
      'rules',
      'try',
      rulesFile(place, [shipped, { ...dashed, folders: ['scans', 'post'] }]),
    )
    expect(tried).toMatchObject({
      code: 0,
      stderr: 'Rule “dashed” is for folders that are not watched: post.\n',
    })
  })

  it('is given words about each of its commands', async () => {
    for (const name of ['list', 'show', 'check', 'try', 'import', 'export', 'undo', 'propose']) {
      const help = await intrayInside(['rules', name, '--help'])
      expect(help.code, name).toBe(0)
      expect(help.stdout, name).toContain(`intray rules ${name}`)
    }
    expect((await intrayInside(['rules'])).code).toBe(2)
  })

  it('proposes rules for a table of examples, and writes the best as a file that can be imported', async () => {
    const place = await filled()
    const table = join(place.root, 'examples.csv')
    writeFileSync(table, 'path,entity_id,media_type\npassport-b.png,b,passport\nselfie-c.gif,c,selfie\n')
    const file = join(place.root, 'proposed.json')
    const many = join(place.root, 'many.csv')
    const rows = Array.from({ length: 201 }, (_, number) => `x${String(number)}.png,${String(number)}`)
    writeFileSync(many, ['path,entity_id', ...rows].join('\n'))
    expect((await inside(place, 'rules', 'propose', many)).code).toBe(65)

    const proposed = await inside(place, 'rules', 'propose', table, '--output', file, '--json')
    expect(proposed.code).toBe(0)
    const { proposals } = JSON.parse(proposed.stdout) as { proposals: { matched: number }[] }
    expect(proposals[0]).toMatchObject({ matched: 2, contradictions: 0 })
    expect((await inside(place, 'rules', 'propose', table)).stdout).toMatch(/^1\. /)

    expect((await inside(place, 'rules', 'check', table, '--rules', file)).code).toBe(0)
    expect((await inside(place, 'rules', 'import', file)).stdout).toContain('Saved as version 2.')
    expect((await intrayJson(['rules', 'list', ...place.here])).value).toMatchObject({
      coverage: { waiting: 2, matched: 2 },
    })
  })
})
