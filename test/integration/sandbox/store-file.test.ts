import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { bodyOf, entityId, putForm, putScan, readEntity, runSandbox, scanBytes } from './running-sandbox.ts'

describe('the store file', () => {
  it('brings the media back after a restart, ids in any script of the alphabet and all details included', async () => {
    const storeFile = join(temporaryFolder(), 'store.jsonl')
    const options = { storeFile, createUnknownEntities: true }
    const first = await runSandbox(options)
    const text = {
      media_type: 'IMAGE_ID_CARD_FRONT',
      source: 'desk',
      timestamp: 1,
      note: 'line\nbreak\u2028',
    }
    await putForm(first, [{ key: 'a', file: { name: 'ünï.jpg', bytes: scanBytes }, text }], { id: 'a/b?c#%' })
    await putScan(first)
    await first.stop()

    const second = await runSandbox(options)
    expect(second.media('a/b?c#%')).toEqual(first.media('a/b?c#%'))
    expect(second.media(entityId)).toEqual(first.media(entityId))
    expect(second.mediaCount()).toBe(2)
    expect(second.damagedStoreLines).toBe(0)
    await putScan(second)
    expect((await bodyOf(await readEntity(second))).media_data).toHaveLength(2)
    await second.stop()
    expect(readFileSync(storeFile, 'utf8').trimEnd().split('\n')).toHaveLength(3)
  })

  it('is private to the user and never holds the bytes of a scan', async () => {
    const storeFile = join(temporaryFolder(), 'store.jsonl')
    const sandbox = await runSandbox({ storeFile, keepBytes: true })
    await putScan(sandbox)
    expect(statSync(storeFile).mode & 0o077).toBe(0)
    expect(readFileSync(storeFile, 'utf8')).not.toContain('"bytes"')
    expect(sandbox.media(entityId)[0]?.bytes).toEqual(Buffer.from(scanBytes))
  })

  it('tolerates a last line that was cut and lines that are damaged', async () => {
    const storeFile = join(temporaryFolder(), 'store.jsonl')
    const first = await runSandbox({ storeFile })
    await putScan(first)
    await first.stop()
    const whole = readFileSync(storeFile, 'utf8')
    writeFileSync(storeFile, `${whole}\0\0not json\n{"entityId":7}\n${whole}`)
    appendFileSync(storeFile, whole.slice(0, 40))

    const second = await runSandbox({ storeFile })
    expect(second.media(entityId)).toHaveLength(2)
    expect(second.damagedStoreLines).toBe(3)
    await putScan(second)
    await second.stop()
    const third = await runSandbox({ storeFile })
    expect(third.media(entityId)).toHaveLength(3)
    expect(third.damagedStoreLines).toBe(2)
  })

  it('does not make a placeholder or an unknown id exist', async () => {
    const storeFile = join(temporaryFolder(), 'store.jsonl')
    const first = await runSandbox({ storeFile })
    await putScan(first)
    await first.stop()
    const second = await runSandbox({ storeFile, entities: [], placeholders: [entityId] })
    expect((await putScan(second)).status).toBe(404)
    await second.stop()
    const third = await runSandbox({ storeFile, entities: [], unknownEntities: [entityId] })
    expect((await readEntity(third)).status).toBe(404)
  })

  it('keeps many uploads at a time apart', async () => {
    const storeFile = join(temporaryFolder(), 'store.jsonl')
    const options = { storeFile, createUnknownEntities: true, ratePerSecond: null }
    const first = await runSandbox(options)
    await Promise.all(Array.from({ length: 60 }, (_, index) => putScan(first, 'a.jpg', `e-${index}`)))
    await first.stop()
    const second = await runSandbox(options)
    expect(second.mediaCount()).toBe(60)
    expect(second.damagedStoreLines).toBe(0)
  })

  it('stops the start where it cannot be opened', async () => {
    const folder = join(temporaryFolder(), 'store.jsonl')
    mkdirSync(folder)
    await expect(runSandbox({ storeFile: folder })).rejects.toMatchObject({ code: 'EISDIR' })
  })
})
