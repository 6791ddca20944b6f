import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { lockEngine } from '../../../electron/engine/ledger/engine-lock.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Another process that holds the lock until it is killed. */
async function lockingProcess(ledgerFile: string) {
  const module = new URL('../../../electron/engine/ledger/engine-lock.ts', import.meta.url).href
  const script = `
    const { lockEngine } = await import(${JSON.stringify(module)})
    lockEngine(${JSON.stringify(ledgerFile)}, {})
    process.stdout.write('locked')
    setInterval(() => undefined, 60_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  await once(child.stdout, 'data')
  return {
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

describe('the lock of an engine', () => {
  it('keeps a second engine out, and is gone when the first one is killed, though its file is not', async () => {
    const file = join(temporaryFolder(), 'ledger.sqlite3')
    const other = await lockingProcess(file)
    expect(() => lockEngine(file, {})).toThrow(expect.objectContaining({ code: 'ledger_locked' }))
    await other.kill()
    expect(existsSync(`${file}.engine-lock`)).toBe(true)
    lockEngine(file, {})()
  })

  it('does not travel with a copy of the data folder', async () => {
    const folder = temporaryFolder()
    const other = await lockingProcess(join(folder, 'ledger.sqlite3'))
    const copy = join(temporaryFolder(), 'copy')
    cpSync(folder, copy, { recursive: true })
    lockEngine(join(copy, 'ledger.sqlite3'), {})()
    await other.kill()
  })
})
