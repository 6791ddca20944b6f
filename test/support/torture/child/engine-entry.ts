import { z } from 'zod'
import { answerCall } from '../../../../electron/engine/call-router.ts'
import { dataFolder } from '../../../../electron/engine/data-folder.ts'
import { startEngine } from '../../../../electron/engine/engine.ts'
import { openLog } from '../../../../electron/engine/log.ts'
import type { EngineMessage } from '../../../../electron/shared/contract.ts'
import { toFailure } from '../../../../electron/shared/error-codes.ts'
import { answerTorture } from './torture-calls.ts'

// The engine as the desktop application runs it, as an ordinary child process: without pictures of scans, which
// nobody looks at here, and with calls of the torture itself. Its argument is JSON of this shape.
const given = z
  .object({ dataDir: z.string(), resourcesDir: z.string() })
  .parse(JSON.parse(process.argv[2] ?? '{}'))
const requestSchema = z.object({ callId: z.number(), name: z.string(), input: z.unknown() })

function post(message: EngineMessage): void {
  process.send?.(message)
}

const data = dataFolder(given.dataDir)
const log = openLog(data.logFolder, 'engine', Date.now())
process.on('uncaughtException', (error) => {
  log.error('engine_crashed', error)
  process.stderr.write(`${error.stack ?? error.message}\n`, () => process.exit(70))
})
// Whoever started it is gone: nobody would end it.
process.on('disconnect', () => process.exit(0))

try {
  const engine = await startEngine({
    data,
    resourcesDir: given.resourcesDir,
    version: '0.0.0',
    operator: 'ada',
    log,
    watch: true,
    key: null,
    now: Date.now,
    announce: (name, payload) => {
      post({ kind: 'event', name, payload })
    },
  })
  process.on('message', (message) => {
    if (answerTorture(message)) return
    const { callId, name, input } = requestSchema.parse(message)
    void answerCall(engine.handlers, log, name, input).then((answer) => {
      post({ kind: 'answer', callId, answer })
      if (name === 'engine.stop') process.disconnect()
    })
  })
  post({ kind: 'ready' })
} catch (error) {
  post({ kind: 'failed', failure: toFailure(error) })
}
