import { z } from 'zod'
import type { EngineMessage, EngineRequest } from '../shared/contract.ts'
import { toFailure } from '../shared/error-codes.ts'
import { answerCall } from './call-router.ts'
import { dataFolder } from './data-folder.ts'
import { startEngine } from './engine.ts'
import type { Engine } from './engine.ts'
import { examineInThread } from './ledger/examination.ts'
import { openLog } from './log.ts'
import { createBlankCheck } from './media/blank-check.ts'
import { createPreviews } from './media/previews.ts'

/** The engine as the desktop application's utility process. Its only argument is JSON of this shape. */
const argumentsSchema = z.object({
  dataDir: z.string().min(1),
  settingsFile: z.string().min(1).optional(),
  resourcesDir: z.string().min(1),
  version: z.string(),
  operator: z.string(),
  nativeBinding: z.string().min(1).optional(),
})

/** What Electron gives a utility process; declared here because the engine knows nothing of Electron. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void
  postMessage(message: EngineMessage): void
}

const requestSchema = z.object({
  kind: z.literal('call'),
  callId: z.number(),
  name: z.string(),
  input: z.unknown(),
})

const { parentPort: port } = process as { parentPort?: ParentPort }
if (port === undefined) throw new Error('the engine must be started by the desktop application')

const given = argumentsSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
const data = dataFolder(given.dataDir, given.settingsFile)
const log = openLog(data.logFolder, 'engine', Date.now())
process.on('uncaughtException', (error) => {
  // Exceptions are fatal, errors are not: the shell starts a fresh engine, which settles what was in flight.
  log.error('engine_crashed', error)
  process.exit(70)
})

const workerFile = new URL('./preview-worker.js', import.meta.url)
const started: Promise<Engine> = startEngine({
  data,
  resourcesDir: given.resourcesDir,
  version: given.version,
  operator: given.operator,
  nativeBinding: given.nativeBinding,
  examineLedger: examineInThread(new URL('./examination-worker.js', import.meta.url)),
  log,
  watch: true,
  hasShell: true,
  key: null,
  previews: createPreviews({
    folder: data.previewCache,
    maxCacheBytes: 500_000_000,
    workerFile,
  }),
  pictureWorker: workerFile,
  blankCheck: createBlankCheck({
    workerFile,
    onFailure: (refusal) => {
      log.warn('blank_check_failed', { refusal })
    },
  }),
  now: Date.now,
  announce: (name, payload) => {
    port.postMessage({ kind: 'event', name, payload })
  },
})

started.then(
  () => {
    port.postMessage({ kind: 'ready' })
  },
  (error: unknown) => {
    log.error('engine_not_started', error)
    port.postMessage({ kind: 'failed', failure: toFailure(error) })
  },
)

port.on('message', ({ data: message }) => {
  const request = requestSchema.safeParse(message)
  if (request.success) void answer(request.data)
  else log.warn('message_refused')
})

async function answer({
  callId,
  name,
  input,
}: Omit<EngineRequest, 'name'> & { name: string }): Promise<void> {
  let engine: Engine
  try {
    engine = await started
  } catch (error) {
    port?.postMessage({ kind: 'answer', callId, answer: { ok: false, failure: toFailure(error) } })
    return
  }
  port?.postMessage({ kind: 'answer', callId, answer: await answerCall(engine.handlers, log, name, input) })
  if (name === 'engine.stop') process.exit(0)
}
