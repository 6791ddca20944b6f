import { expect } from '@playwright/test'
import type { IntrayWindow } from './intray-window.ts'

/** Kills the engine once and waits until the shell has seen it. */
export async function killEngine({ app }: IntrayWindow): Promise<void> {
  await expect
    .poll(() =>
      app.evaluate(({ app: electron }) => {
        const engines = electron.getAppMetrics().filter(({ name }) => name === 'Intray engine')
        for (const { pid } of engines) process.kill(pid, 'SIGKILL')
        return engines.length
      }),
    )
    .toBeGreaterThan(0)
}

/**
 * Kills every engine as soon as it is there, for as long as the test wants, and waits until the shell has given up.
 * Returns what lets the next engine live.
 */
export async function keepEngineDown({ app, page }: IntrayWindow): Promise<() => Promise<void>> {
  await app.evaluate(({ app: electron }) => {
    const timer = setInterval(() => {
      for (const { name, pid } of electron.getAppMetrics()) {
        if (name !== 'Intray engine') continue
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // It ended by itself since it was listed.
        }
      }
    }, 50)
    Object.assign(globalThis, { engineKiller: timer })
  })
  await expect(page.getByText('The engine cannot be started.')).toBeVisible({ timeout: 60_000 })
  return () =>
    app.evaluate(() => {
      // Put there above.
      clearInterval((globalThis as unknown as { engineKiller: NodeJS.Timeout }).engineKiller)
    })
}
