import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { intray, intrayInside, startIntray } from './running-command.ts'
import { workplace } from './workplace.ts'

describe('intray explain', () => {
  it('explains a mere name without a ledger: what gave each value, and why other rules do not', async () => {
    const data = temporaryFolder()
    const explained = await intray(['explain', '4711_dl_back.jpg', '--data-dir', data])
    expect(explained.stderr).toBe('')
    expect(explained.code).toBe(0)
    expect(explained.stdout).toContain(
      [
        '4711_dl_back.jpg',
        '  Read by “Entity and media type”',
        '    4711_dl_back.jpg',
        '    ^^^^ entity id: 4711',
        '         ^^^^^^^ media type: IMAGE_DRIVERS_LICENSE_BACK',
        '  Rules',
        '    + “Entity and media type” reads 4711, IMAGE_DRIVERS_LICENSE_BACK',
        '    - “A folder for each entity” does not: ',
      ].join('\n'),
    )
    expect(explained.stdout).not.toContain('\u001b')
  })

  it('ends with 1 for a name that is not read', async () => {
    const data = temporaryFolder()
    const explained = await intrayInside(['explain', 'nobody.jpg', '4711_passport.jpg', '--data-dir', data])
    expect(explained.code).toBe(1)
    expect(explained.stdout).toContain('No rule reads it.')
    expect(explained.stdout).toContain('entity id: 4711')
  })

  it('shows the item and its findings of a file in a watched folder', async () => {
    const place = await workplace({ policy: 'review_everything' })
    place.drop('truncated.png', 'cust-2_id_front.png')
    place.drop('valid.gif', 'nobody.gif')
    await intray(['run', '--once', ...place.here], place.key)

    const explained = await intrayInside(['explain', join(place.scans, 'cust-2_id_front.png'), ...place.here])
    expect(explained.stdout).toContain('scans: cust-2_id_front.png')
    expect(explained.stdout).toMatch(/Item \d: Needs attention\n +The file is damaged or incomplete\./)

    const { stdout } = await intrayInside([
      'explain',
      'nobody.gif',
      '--folder',
      'scans',
      '--json',
      ...place.here,
    ])
    expect(JSON.parse(stdout)).toMatchObject({
      given: 'nobody.gif',
      folderId: 'scans',
      path: 'nobody.gif',
      reading: { kind: 'none' },
      item: { state: 'needs_attention' },
      indexRows: [],
    })
  })

  it('shows the rows of an index that name the file', async () => {
    const place = await workplace()
    place.drop('valid.jpg', 'scan-0001.jpg')
    writeFileSync(
      join(place.scans, 'index.csv'),
      'file,entity_id,media_type,branch\nscan-0001.jpg,c-1,passport,Leeds\n',
    )
    expect((await intray(['run', '--once', ...place.here], place.key)).code).toBe(0)
    expect(place.sandbox.media('c-1')[0]?.customData).toMatchObject({ branch: 'Leeds' })

    const explained = await intrayInside(['explain', join(place.scans, 'scan-0001.jpg'), ...place.here])
    expect(explained.stdout).toContain('index.csv, line 2: c-1, passport, branch=Leeds')
  })

  it('goes by the rules of a file, and takes names from standard input', async () => {
    const data = temporaryFolder()
    const rules = join(data, 'rules.json')
    writeFileSync(
      rules,
      JSON.stringify({
        intrayRules: 1,
        rules: [
          { id: 'a', name: 'Type first', pattern: '{media_type}-{entity_id}' },
          { id: 'b', name: 'Off', pattern: '{entity_id}', enabled: false, mediaType: 'LETTER' },
        ],
      }),
    )
    const running = startIntray(
      ['explain', '-', '--rules', rules, '--data-dir', data, '--json'],
      {},
      'passport-1.jpg\nx\n',
    )
    const { code, stdout } = await running.ended
    expect(code).toBe(1)
    const lines = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(lines).toMatchObject([
      { path: 'passport-1.jpg', reading: { kind: 'match', entityId: '1', ruleId: 'a' } },
      { path: 'x', verdicts: [{ kind: 'stopped' }, { kind: 'not_applied' }] },
    ])
  })
})
