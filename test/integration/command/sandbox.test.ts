import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startSandbox } from '../../../electron/engine/sandbox/sandbox.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { intrayJson, startIntray } from './running-command.ts'

const introduction = z.object({ baseUrl: z.url(), organisation: z.literal('acme'), key: z.string() })

describe('intray sandbox', () => {
  it('takes uploads as its config says, reports each request, and ends on a signal', async () => {
    const folder = temporaryFolder()
    const config = join(folder, 'sandbox.jsonc')
    writeFileSync(config, '{ // one entity\n "organisation": "acme", "entities": ["cust-1"], }')
    const store = join(folder, 'store.jsonl')
    const running = startIntray(['sandbox', '--json', '--config', config, '--store', store])
    const { baseUrl, organisation, key } = introduction.parse(JSON.parse(await running.firstLine()))
    const url = `${baseUrl}/${organisation}/entities/cust-1`
    expect((await fetch(url, { headers: { 'u21-key': key } })).status).toBe(200)
    await running.appeared('"target":"/v1/acme/entities/cust-1"')

    running.process.kill('SIGINT')
    expect((await running.ended).code).toBe(130)
    expect(readFileSync(store, 'utf8')).toBe('')
  })

  it('says what is wrong with its config, and when the port is taken', async () => {
    const config = join(temporaryFolder(), 'sandbox.json')
    writeFileSync(config, '{ "prot": 1 }')
    const wrong = await intrayJson(['sandbox', '--config', config])
    expect(wrong.code).toBe(78)
    expect(wrong.stderr).toContain('prot')

    const other = await startSandbox()
    try {
      const taken = await intrayJson(['sandbox', '--port', String(other.port)])
      expect(taken.code).toBe(73)
      expect(JSON.parse(taken.stderr)).toMatchObject({
        error: { code: 'simulator_not_started', detail: 'EADDRINUSE' },
      })
    } finally {
      await other.stop()
    }
  })
})
