import type { Page } from '@playwright/test'
import { readAnswer } from '../../../electron/shared/answer.ts'
import { ask } from '../../e2e/support/window-bridge.ts'

/** Approves all that waits for review by calls to the engine, one after the other. Returns what each took, in ms. */
export async function approveByCalls(page: Page): Promise<readonly number[]> {
  const { items } = await ask(page, 'items.list', { states: ['awaiting_review'], limit: 200 })
  const decisions = items.map(({ id: itemId, revision }) => ({ itemId, revision }))
  const called = await page.evaluate(async (approved) => {
    const calls = []
    for (const decision of approved) {
      const startedAt = performance.now()
      const text = await window.intray.invoke('review.approve', decision)
      calls.push({ durationMs: performance.now() - startedAt, text })
    }
    return calls
  }, decisions)
  for (const { text } of called) {
    const answer = readAnswer(text)
    if (!answer.ok) throw new Error(answer.failure.code)
  }
  return called.map(({ durationMs }) => durationMs)
}
