import { protocol } from 'electron'
import type { Session } from 'electron'
import { toFailure } from '../shared/error-codes.ts'
import type { Failure } from '../shared/error-codes.ts'
import { pageHeaders, scanHeaders } from './content-security-policy.ts'
import type { EngineLink } from './engine-link.ts'
import type { ErrorLog } from './error-log.ts'
import { readPageFile } from './page-files.ts'
import { isOwnOrigin, pageScheme } from './page-origin.ts'
import { respondWithScan } from './scan-response.ts'

/** Must run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ])
}

export interface AppProtocolOptions {
  readonly session: Session
  /** The folder of the built page. Nothing outside of it is served, except the scans that the engine names. */
  readonly pageFolder: string
  readonly engine: EngineLink
  readonly log: ErrorLog
}

/** Serves the window's page, and under `/preview/<item id>` what shows an item. */
export function serveAppProtocol({ session, pageFolder, engine, log }: AppProtocolOptions): void {
  session.protocol.handle(pageScheme, async (request) => {
    try {
      return await respond(request)
    } catch (error) {
      const failure = toFailure(error)
      if (failure.code === 'unexpected') log.write('preview_failed', error)
      return respondWithFailure(failure)
    }
  })

  async function respond(request: Request): Promise<Response> {
    if (!isOwnOrigin(request.url)) return new Response(null, { status: 404, headers: scanHeaders })
    if (request.method !== 'GET') return new Response(null, { status: 405, headers: scanHeaders })
    const { pathname } = new URL(request.url)
    const itemId = /^\/preview\/([1-9]\d{0,14})$/.exec(pathname)?.[1]
    return itemId === undefined
      ? respondWithPageFile(pathname)
      : respondWithPreview(Number(itemId), request.headers.get('range'))
  }

  async function respondWithPageFile(pathname: string): Promise<Response> {
    const file = await readPageFile(pageFolder, pathname)
    if (file === undefined) return new Response(null, { status: 404, headers: pageHeaders })
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...pageHeaders, 'Content-Type': file.mime },
    })
  }

  async function respondWithPreview(itemId: number, range: string | null): Promise<Response> {
    const answer = await engine.call('media.preview', { itemId })
    if (!answer.ok) return respondWithFailure(answer.failure)
    return respondWithScan(answer.value.path, answer.value.mime, range)
  }
}

function respondWithFailure(failure: Failure): Response {
  return Response.json(failure, { status: 404, headers: scanHeaders })
}
