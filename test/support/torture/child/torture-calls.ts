import { getActiveResourcesInfo } from 'node:process'
import { z } from 'zod'

const callSchema = z.object({
  kind: z.literal('call'),
  callId: z.number(),
  name: z.string().startsWith('torture.'),
  input: z.unknown(),
})

const handlers = new Map<string, (input: unknown) => unknown>([['torture.memory', measureMemory]])

/** Makes a call of the torture known. */
export function handleTorture(name: `torture.${string}`, handler: (input: unknown) => unknown): void {
  handlers.set(name, handler)
}

/** True where the message was a call of the torture; it is answered then. */
export function answerTorture(message: unknown): boolean {
  const call = callSchema.safeParse(message)
  if (!call.success) return false
  const { callId, name, input } = call.data
  const value = handlers.get(name)?.(input) ?? null
  process.send?.({ kind: 'answer', callId, answer: { ok: true, value } })
  return true
}

function measureMemory(): object {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  return { rssBytes: rss, heapUsedBytes: heapUsed, resources: getActiveResourcesInfo().length }
}
