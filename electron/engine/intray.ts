import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { runCommandLine } from './command/program.ts'
import { endWhenReaderLeaves } from './command/terminal.ts'

/** The `intray` command. Source and built file lie equally deep in the project, so both find its files. */
const projectFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const isSource = import.meta.url.endsWith('.ts')
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(projectFile('package.json'), 'utf8')))

/** From this version of Node-API on, the ledger's native module needs no build of its own. */
const nodeApiOfShippedBinding = 10
const shippedBindingFits = Number(process.versions['napi'] ?? 0) >= nodeApiOfShippedBinding

endWhenReaderLeaves(process)
process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  platform: process.platform,
  resourcesDir: projectFile('resources'),
  previewWorker: new URL(isSource ? './media/preview-worker.ts' : './preview-worker.js', import.meta.url),
  version,
  nativeBinding: shippedBindingFits ? undefined : process.env['INTRAY_SQLITE_BINDING'],
  now: Date.now,
})
