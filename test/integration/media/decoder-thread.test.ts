import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createDecoderThread } from '../../../electron/engine/media/decoder-thread.ts'
import type { DecoderThread } from '../../../electron/engine/media/decoder-thread.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A thread whose decoder does what a scan's path says, and tells how many jobs this thread had. */
function startThread(limitMs: number, idleMs = 60_000): DecoderThread {
  const workerFile = join(temporaryFolder(), 'worker.mjs')
  writeFileSync(
    workerFile,
    `import { parentPort } from 'node:worker_threads'
     let count = 0
     parentPort.on('message', ({ jobId, job: { scanPath } }) => {
       count += 1
       if (scanPath === 'hangs') for (;;);
       if (scanPath === 'ends') process.exit(3)
       if (scanPath === 'throws') throw { not: 'an error' }
       if (scanPath === 'breaks') parentPort.postMessage({ jobId, decoded: { ok: false, refusal: 'undecodable' } })
       else parentPort.postMessage({ jobId, decoded: { ok: true, made: Uint8Array.of(count) } })
     })`,
  )
  const thread = createDecoderThread({ name: 'test', workerFile, limitMs, idleMs })
  onTestFinished(() => thread.stop())
  return thread
}

const job = (scanPath: string) => ({
  kind: 'draw' as const,
  scanPath,
  sha256: '',
  source: 'tiff_pages' as const,
  page: null,
})
const picture = (count: number) => ({ ok: true, made: Uint8Array.of(count) })

describe('the decoder’s thread', () => {
  it('draws one picture after the other', async () => {
    const thread = startThread(10_000)
    const drawn = await Promise.all(['a', 'b', 'c'].map((path) => thread.decode(job(path))))
    expect(drawn).toEqual([picture(1), picture(2), picture(3)])
  })

  it.each(['breaks', 'throws', 'ends'])('is made anew when the decoder %s', async (path) => {
    const thread = startThread(10_000)
    await thread.decode(job('a'))
    const [broken, next] = await Promise.all([thread.decode(job(path)), thread.decode(job('b'))])
    expect(broken).toEqual({ ok: false, refusal: 'undecodable' })
    expect(next).toEqual(picture(1))
  })

  it('is made anew when a picture takes too long', async () => {
    const thread = startThread(1_500)
    const [slow, next] = await Promise.all([thread.decode(job('hangs')), thread.decode(job('b'))])
    expect(slow).toEqual({ ok: false, refusal: 'too_slow' })
    expect(next).toEqual(picture(1))
  })

  it('is made anew when it was ended because nothing was asked', async () => {
    const thread = startThread(10_000, 1)
    let isNew = false
    for (let round = 0; round < 1_000 && !isNew; round += 1) {
      const decoded = await thread.decode(job('a'))
      expect(decoded).toMatchObject({ ok: true })
      isNew = round > 0 && decoded.ok && decoded.made[0] === 1
      await nextTurn()
    }
    expect(isNew).toBe(true)
  })

  it('refuses what is under way and what comes later when it is stopped', async () => {
    const thread = startThread(10_000)
    const drawn = [thread.decode(job('hangs')), thread.decode(job('b'))]
    await Promise.resolve()
    await thread.stop()
    const stopped = { ok: false, refusal: 'stopped' }
    await expect(Promise.all([...drawn, thread.decode(job('c'))])).resolves.toEqual([
      stopped,
      stopped,
      stopped,
    ])
  })
})
