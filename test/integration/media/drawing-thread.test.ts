import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createDrawingThread } from '../../../electron/engine/media/drawing-thread.ts'
import type { DrawingThread } from '../../../electron/engine/media/drawing-thread.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A thread whose decoder does what a scan's path says, and tells how many jobs this thread had. */
function startThread(limitMs: number, idleMs = 60_000): DrawingThread {
  const workerFile = join(temporaryFolder(), 'worker.mjs')
  writeFileSync(
    workerFile,
    `import { parentPort } from 'node:worker_threads'
     let count = 0
     parentPort.on('message', ({ jobId, scanPath }) => {
       count += 1
       if (scanPath === 'hangs') for (;;);
       if (scanPath === 'ends') process.exit(3)
       if (scanPath === 'throws') throw { not: 'an error' }
       if (scanPath === 'breaks') parentPort.postMessage({ jobId, drawn: { ok: false, refusal: 'undecodable' } })
       else parentPort.postMessage({ jobId, drawn: { ok: true, jpeg: Uint8Array.of(count) } })
     })`,
  )
  const thread = createDrawingThread({ workerFile, limitMs, idleMs })
  onTestFinished(() => thread.stop())
  return thread
}

const job = (scanPath: string) => ({ scanPath, sha256: '', source: 'tiff_pages' as const })
const picture = (count: number) => ({ ok: true, jpeg: Uint8Array.of(count) })

describe('the drawing thread', () => {
  it('draws one picture after the other', async () => {
    const thread = startThread(10_000)
    const drawn = await Promise.all(['a', 'b', 'c'].map((path) => thread.draw(job(path))))
    expect(drawn).toEqual([picture(1), picture(2), picture(3)])
  })

  it.each(['breaks', 'throws', 'ends'])('is made anew when the decoder %s', async (path) => {
    const thread = startThread(10_000)
    await thread.draw(job('a'))
    const [broken, next] = await Promise.all([thread.draw(job(path)), thread.draw(job('b'))])
    expect(broken).toEqual({ ok: false, refusal: 'undecodable' })
    expect(next).toEqual(picture(1))
  })

  it('is made anew when a picture takes too long', async () => {
    const thread = startThread(1_500)
    const [slow, next] = await Promise.all([thread.draw(job('hangs')), thread.draw(job('b'))])
    expect(slow).toEqual({ ok: false, refusal: 'too_slow' })
    expect(next).toEqual(picture(1))
  })

  it('refuses what is under way and what comes later when it is stopped', async () => {
    const thread = startThread(10_000)
    const drawn = [thread.draw(job('hangs')), thread.draw(job('b'))]
    await Promise.resolve()
    await thread.stop()
    const stopped = { ok: false, refusal: 'stopped' }
    await expect(Promise.all([...drawn, thread.draw(job('c'))])).resolves.toEqual([stopped, stopped, stopped])
  })
})
