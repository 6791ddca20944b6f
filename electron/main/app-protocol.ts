import { protocol } from 'electron'
import type { Session } from 'electron'
import type { CallInput } from '../shared/contract.ts'
import { toFailure } from '../shared/error-codes.ts'
import type { Failure } from '../shared/error-codes.ts'
import { pageHeaders, scanHeaders } from './content-security-policy.ts'
import type { EngineLink } from './engine-link.ts'
import type { ErrorLog } from './error-log.ts'
import { readPageFile } from './page-files.ts'
import { isOwnOrigin, pageScheme } from './page-origin.ts'
import { parsePreviewRequest } from './preview-request.ts'
import { respondWithScan } from './scan-response.ts'

/** Says how many pages a TIFF has; every other preview has one. */
const pageCountHeader = 'Intray-Page-Count'

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

/** Serves the window's page, and under `/preview/<item id>` what shows an item or one of its pages. */
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
    const address = new URL(request.url)
    const preview = parsePreviewRequest(address)
    if (preview === null) return respondWithPageFile(address.pathname)
    if (preview === 'refused') return new Response(null, { status: 400, headers: scanHeaders })
    return respondWithPreview(preview, request.headers.get('range'))
  }

  async function respondWithPageFile(pathname: string): Promise<Response> {
    const file = await readPageFile(pageFolder, pathname)
    if (file === undefined) return new Response(null, { status: 404, headers: pageHeaders })
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...pageHeaders, 'Content-Type': file.mime },
    })
  }

  async function respondWithPreview(
    wanted: CallInput<'media.preview'>,
    range: string | null,
  ): Promise<Response> {
    const answer = await engine.call('media.preview', wanted)
    if (!answer.ok) return respondWithFailure(answer.failure)
    const { path, mime, pageCount } = answer.value
    const response = await respondWithScan(path, mime, range)
    response.headers.set(pageCountHeader, String(pageCount))
    return response
  }
}

function respondWithFailure(failure: Failure): Response {
  return Response.json(failure, { status: 404, headers: scanHeaders })
}
