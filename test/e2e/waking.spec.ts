import { expect, test } from '@playwright/test'
import type { Status } from '../../electron/shared/status.ts'
import { openIntray } from './support/intray-window.ts'
import type { IntrayWindow } from './support/intray-window.ts'
import { callAs } from './support/window-bridge.ts'

async function lastComparedAtMs({ page }: IntrayWindow): Promise<number | null> {
  const answer = await callAs(page, 'status.get', {})
  if (!answer.ok) throw new Error(answer.failure.code)
  // The call decides the answer's type.
  return (answer.value as Status).folders[0]?.lastComparisonAtMs ?? null
}

test('folders are compared anew when the computer wakes, once for all the events of one waking', async () => {
  const intray = await openIntray()
  try {
    await expect.poll(() => lastComparedAtMs(intray)).not.toBeNull()
    const before = (await lastComparedAtMs(intray)) ?? 0
    await intray.app.evaluate(({ powerMonitor }) => {
      for (let count = 0; count < 5; count += 1) powerMonitor.emit('resume')
      powerMonitor.emit('unlock-screen')
    })
    await expect.poll(() => lastComparedAtMs(intray), { timeout: 20_000 }).toBeGreaterThan(before)
  } finally {
    await intray.close()
  }
})
