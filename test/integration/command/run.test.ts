import { chmodSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockEngine } from '../../../electron/engine/ledger/engine-lock.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { intray, intrayInside, intrayJson, startIntray } from './running-command.ts'
import { workplace } from './workplace.ts'

const readings = [
  ['valid.jpg', 'cust-1_passport.jpg'],
  ['valid.pdf', 'cust-2_letter.pdf'],
  ['valid.png', 'cust-3_id_front.png'],
] as const

describe('intray run --once', () => {
  it('uploads what is certain and ends with 0', async () => {
    const { drop, here, key, sandbox } = await workplace()
    for (const [fixture, name] of readings) drop(fixture, name)

    const ended = await intrayJson(['run', '--once', ...here], key)

    expect(ended.stderr).toBe('')
    expect(ended.code).toBe(0)
    expect(ended.value).toMatchObject({
      exitCode: 0,
      mode: 'live',
      counts: { uploaded: 3 },
      uploadedCount: 3,
      held: [],
      timedOut: false,
    })
    expect(sandbox.mediaCount()).toBe(3)
  })

  it('does not send again what an earlier run sent', async () => {
    const { drop, here, key, sandbox } = await workplace()
    drop('valid.jpg', 'cust-1_passport.jpg')
    await intray(['run', '--once', ...here], key)

    const again = await intrayJson(['run', '--once', ...here], key)

    expect(again.code).toBe(0)
    expect(again.value).toMatchObject({ uploadedCount: 0, counts: { uploaded: 1 } })
    expect(sandbox.mediaCount()).toBe(1)
  })

  it('ends with 1 and names every held file with its evidence', async () => {
    const { drop, here, key } = await workplace()
    drop('valid.jpg', 'cust-1_passport.jpg')
    drop('truncated.png', 'cust-2_id_front.png')
    drop('valid.gif', 'nobody.gif')
    drop('valid.gif', 'cust-4_selfie.gif.part')

    const ended = await intray(['run', '--once', ...here], key)

    expect(ended.code).toBe(1)
    expect(ended.stdout).toContain('1  Uploaded')
    expect(ended.stdout).toContain('1  Still being written')
    expect(ended.stdout).toContain('cust-1_passport.jpg -> cust-1')
    expect(ended.stdout).toContain('The file is damaged or incomplete. The picture breaks off in its data.')
    expect(ended.stdout).toContain('nobody.gif  (Needs attention)')
    expect(ended.stdout).toMatch(/Ledger: .*ledger\.sqlite3/)
  })

  it('waits for attempts that have to be repeated', async () => {
    const { drop, here, key, sandbox } = await workplace({
      sandbox: { faults: { script: [{ kind: 'refuse', status: 503, times: 2 }] } },
    })
    drop('valid.jpg', 'cust-1_passport.jpg')

    const ended = await intray(['run', '--once', ...here], key)

    expect(ended.code).toBe(0)
    // An upload and a look for it failed; then the look and the upload went well.
    expect(sandbox.requests().byStatus).toMatchObject({ 503: 2, 200: 2 })
    expect(sandbox.mediaCount()).toBe(1)
  })

  it('ends with 75 and words when the key is refused, and keeps the files for the next run', async () => {
    const { drop, here, key } = await workplace()
    drop('valid.jpg', 'cust-1_passport.jpg')

    const refused = await intray(['run', '--once', ...here], { INTRAY_API_KEY: 'wrong' })
    expect(refused.code).toBe(75)
    expect(refused.stdout).toContain('The endpoint did not accept the API key (401).')
    expect(refused.stdout + refused.stderr).not.toContain('wrong')

    const without = await intrayJson(['run', '--once', ...here])
    expect(without.code).toBe(75)
    expect(without.value).toMatchObject({
      lane: { failure: { code: 'key_missing' } },
      counts: { approved: 1 },
    })

    expect((await intray(['run', '--once', ...here], key)).code).toBe(0)
  })

  it('ends with 75 when the time is over', async () => {
    const { drop, here, key, sandbox } = await workplace()
    drop('valid.jpg', 'cust-1_passport.jpg')
    await sandbox.stop()

    const ended = await intrayJson(['run', '--once', '--timeout', '1', ...here], key)

    expect(ended.code).toBe(75)
    expect(ended.value).toMatchObject({ timedOut: true, lane: { failure: { code: 'connection_failed' } } })
  })

  it('ends with 75 and names a folder that cannot be read', async () => {
    const { here, key, scans } = await workplace()
    renameSync(scans, `${scans}.away`)

    const ended = await intray(['run', '--once', ...here], key)

    expect(ended.code).toBe(75)
    expect(ended.stdout).toContain(scans)
    expect(ended.stdout).toContain('A watched folder cannot be read.')
  })

  it('takes the key from a file that only its owner can read', async () => {
    const { drop, here, root } = await workplace()
    drop('valid.jpg', 'cust-1_passport.jpg')
    const keyFile = join(root, 'key')
    writeFileSync(keyFile, 'practice-key\n')
    chmodSync(keyFile, 0o644)

    const open = await intrayJson(['run', '--once', '--key-file', keyFile, ...here])
    expect(open.code).toBe(78)
    expect(JSON.parse(open.stderr)).toMatchObject({ error: { code: 'key_file_refused' } })

    chmodSync(keyFile, 0o600)
    expect((await intray(['run', '--once', '--key-file', keyFile, ...here])).code).toBe(0)
  })

  it('shows the practice folder: sends what is ready, explains what is held, ends with 0', async () => {
    const data = temporaryFolder()
    const run = ['run', '--once', '--practice', '--approve-ready', '--data-dir', data]

    const first = await intrayJson(run)

    expect(first.code).toBe(0)
    expect(first.value).toMatchObject({ mode: 'practice', counts: { approved: 0, retry_wait: 0 } })
    const { uploadedCount, held } = first.value as { uploadedCount: number; held: unknown[] }
    expect(uploadedCount).toBeGreaterThanOrEqual(15)
    expect(held.length).toBeGreaterThanOrEqual(10)

    const second = await intrayJson(run)
    expect(second).toMatchObject({ code: 0, value: { uploadedCount: 0 } })
  })

  it('refuses to work beside another engine, with 73', async () => {
    const { here, key, root } = await workplace()
    await intray(['run', '--once', ...here], key)
    const release = lockEngine(join(root, 'data', 'live', 'ledger.sqlite3'), {})
    try {
      const ended = await intrayJson(['run', '--once', ...here], key)
      expect(ended.code).toBe(73)
      expect(JSON.parse(ended.stderr)).toMatchObject({ error: { code: 'ledger_locked' } })
    } finally {
      release()
    }
  })

  it.each([
    [2, 'command_invalid', ['run', '--timeout', '3']],
    [2, 'command_invalid', ['run', '--once', '--live', '--approve-ready']],
    [2, 'command_invalid', ['run', '--once', '--practice', '--live']],
    [2, 'command_invalid', ['run', '--once', '--timeout', 'soon']],
    [2, 'command_invalid', ['walk']],
    [78, 'settings_invalid', ['run', '--once', '--settings', '/nonexistent/settings.json']],
  ] as const)('ends with %i, %s: %j', async (code, failure, words) => {
    const { here } = await workplace()
    const ended = await intrayInside([...here, ...words, '--json'])
    expect(ended.code).toBe(code)
    expect(JSON.parse(ended.stderr)).toMatchObject({ error: { code: failure } })
  })

  it('names the mistakes of the settings, and starts nothing', async () => {
    const { here, settingsFile } = await workplace()
    writeFileSync(settingsFile, '{ "mode": "live", "uplod": {}, "folders": [{ "id": "A B", "path": "x" }] }')

    const ended = await intrayInside(['run', '--once', ...here])

    expect(ended.code).toBe(78)
    expect(ended.stderr).toContain('folders.0.id: Lower-case letters')
    expect(ended.stderr).toContain('uplod')
    expect((await intrayInside(['list', '--live', ...here])).code).toBe(66)
  })
})

describe('intray run', () => {
  it('takes files that come, lets decisions in from beside, and stops cleanly on a signal', async () => {
    const { drop, here, key, sandbox } = await workplace()
    const running = startIntray(['run', ...here], key)
    await running.appeared('Folder: ')

    const arrived = new Promise<void>((resolve) => {
      sandbox.watchRequests(({ stage }) => {
        if (stage === 'settled') resolve()
      })
    })
    drop('valid.jpg', 'cust-1_passport.jpg')
    await arrived

    running.process.kill('SIGTERM')
    expect((await running.ended).code).toBe(143)
    expect((await intrayJson(['list', '--state', 'uploaded', ...here])).value).toMatchObject({ id: 1 })
  })
})
