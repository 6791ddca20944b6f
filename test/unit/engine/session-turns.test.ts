import { describe, expect, it } from 'vitest'
import { startSessionTurns } from '../../../electron/engine/session-turns.ts'
import type { Replaceable } from '../../../electron/engine/session-turns.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import type { Settings } from '../../../electron/shared/settings/settings.ts'

const named = (operator: string): Settings => settingsSchema.parse({ operator })

/** Sessions that are known by the operator in their settings, and open as soon as they may. */
function sessions() {
  const happened: string[] = []
  const refused = new Set<string>()
  /** What those wait for that must not open yet. */
  const gates = new Map<string, Promise<void>>()
  const turns = startSessionTurns<Replaceable>({
    first: named('ada'),
    async open(settings, distrustsLedger) {
      const { operator } = settings
      happened.push(`open ${operator}${distrustsLedger ? ', distrusting' : ''}`)
      await gates.get(operator)
      if (refused.has(operator)) throw new Error(`no ${operator}`)
      return {
        settings,
        stop: () => {
          happened.push(`stop ${operator}`)
          return Promise.resolve()
        },
      }
    },
    load: () => Promise.resolve(named('file')),
    onReplaced: () => happened.push('replaced'),
    onNothingRuns: (error) => happened.push(`nothing runs: ${String(error)}`),
  })
  /** Keeps a session from being opened until the answer is called. */
  const hold = (operator: string): (() => void) => {
    const gate = Promise.withResolvers<undefined>()
    gates.set(
      operator,
      gate.promise.then(() => undefined),
    )
    return () => {
      gate.resolve(undefined)
    }
  }
  const running = async (): Promise<string> => (await turns.current()).settings.operator
  return { turns, happened, refused, hold, running }
}

describe('the turns of sessions', () => {
  it('begin with the first', async () => {
    const { happened, running } = sessions()
    expect(await running()).toBe('ada')
    expect(happened).toEqual(['open ada'])
  })

  it('end what runs before the next one is opened', async () => {
    const { turns, happened, running } = sessions()
    await turns.replace(named('bea'))
    expect(await running()).toBe('bea')
    expect(happened).toEqual(['open ada', 'stop ada', 'open bea', 'replaced'])
  })

  it('go one after the other', async () => {
    const { turns, happened, hold, running } = sessions()
    const open = hold('bea')
    const both = [turns.replace(named('bea')), turns.reopen(true)]
    await new Promise(setImmediate)
    expect(happened).toEqual(['open ada', 'stop ada', 'open bea'])
    open()
    await Promise.all(both)
    expect(await running()).toBe('bea')
    expect(happened.slice(3)).toEqual(['replaced', 'stop bea', 'open bea, distrusting', 'replaced'])
  })

  it('give what ran before another turn where the next one cannot be opened', async () => {
    const { turns, happened, refused, running } = sessions()
    refused.add('bea')
    await expect(turns.replace(named('bea'))).rejects.toThrow('no bea')
    expect(await running()).toBe('ada')
    expect(happened).toEqual(['open ada', 'stop ada', 'open bea', 'open ada'])
    await turns.replace(named('cleo'))
    expect(await running()).toBe('cleo')
  })

  it('say so where not even what ran before can be opened, and begin anew from the settings', async () => {
    const { turns, happened, refused, running } = sessions()
    await turns.current()
    refused.add('bea').add('ada')
    await expect(turns.replace(named('bea'))).rejects.toThrow('no bea')
    await expect(turns.current()).rejects.toThrow('no ada')
    expect(happened).toEqual(['open ada', 'stop ada', 'open bea', 'open ada', 'nothing runs: Error: no ada'])
    await turns.reopen(false)
    expect(await running()).toBe('file')
    expect(happened.slice(5)).toEqual(['open file', 'replaced'])
  })

  it('leave it to whoever asked where a session cannot be opened anew', async () => {
    const { turns, happened, refused } = sessions()
    await turns.current()
    refused.add('ada')
    await expect(turns.reopen(true)).rejects.toThrow('no ada')
    expect(happened).toEqual(['open ada', 'stop ada', 'open ada, distrusting'])
    refused.clear()
    await turns.reopen(true)
    expect(happened.slice(3)).toEqual(['open file, distrusting', 'replaced'])
  })

  it('end with what runs, also where it is just being opened, or nothing does', async () => {
    const opening = sessions()
    const open = opening.hold('bea')
    const replaced = opening.turns.replace(named('bea'))
    await new Promise(setImmediate)
    const stopped = opening.turns.stop()
    open()
    await Promise.all([replaced, stopped])
    expect(opening.happened.at(-1)).toBe('stop bea')

    const broken = sessions()
    await broken.turns.current()
    broken.refused.add('ada')
    await expect(broken.turns.reopen(false)).rejects.toThrow('no ada')
    await broken.turns.stop()
    expect(broken.happened.at(-1)).toBe('open ada')
  })
})
