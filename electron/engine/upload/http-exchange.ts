import type { Said, Sentence } from '../../shared/sentences/told.ts'
/**
 * Whether anything of a request may have reached the other side: the first byte of its body, or, where it has
 * none, its first line. What fails `before_sending` may be sent again; what fails `after_sending` may not.
 */
export type SendPhase = 'before_sending' | 'after_sending'

export interface HttpBody {
  readonly contentType: string
  readonly sizeBytes: number
  /** The bytes in order, `sizeBytes` in all. Views where possible: nothing is copied to be sent. */
  chunks(): Iterable<Uint8Array>
}

export interface HttpRequest {
  readonly method: 'GET' | 'PUT'
  /** Scheme, host and port. */
  readonly origin: string
  /** Sent exactly as it stands here: percent-encoded, never normalised. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: HttpBody | null
  /** For the whole exchange, from the call of `send` to the last byte of the answer. */
  readonly timeoutMs: number
  /** An answer's body is read up to here and not further. */
  readonly maxAnswerBytes: number
  readonly signal?: AbortSignal | undefined
  /** Bytes of the body that were handed to the system so far. Must not throw. */
  readonly onSent?: ((sentBytes: number, totalBytes: number) => void) | undefined
}

export interface HttpAnswer {
  readonly status: number
  /** By lower-case name; several of one name joined with a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** False where the body was longer than `maxAnswerBytes`. */
  readonly complete: boolean
  /** False where the answer came before the whole body was sent: nobody can have read all of it. */
  readonly sentWhole: boolean
}

export type HttpFailureKind =
  | 'name_unknown'
  | 'refused'
  | 'unreachable'
  | 'connect_timeout'
  | 'tls'
  | 'proxy'
  | 'cut'
  | 'timeout'
  | 'aborted'
  | 'answer_invalid'
  | 'other'

/** An exchange that ended without a whole answer. */
export class HttpFailure extends Error implements Sentence {
  readonly kind: HttpFailureKind
  readonly phase: SendPhase
  /** What happened, for a person. Names hosts and error codes, never a header or a body. */
  readonly words: string
  readonly said: Said

  constructor(kind: HttpFailureKind, phase: SendPhase, { words, said }: Sentence, options?: ErrorOptions) {
    super(`${kind}, ${phase}: ${words}`, options)
    this.name = 'HttpFailure'
    this.kind = kind
    this.phase = phase
    this.words = words
    this.said = said
  }
}

export interface HttpPort {
  /**
   * Sends a request once, and never a second time by itself. Follows no redirect.
   * Rejects with `HttpFailure`; with anything else only for a defect of the caller.
   */
  send(request: HttpRequest): Promise<HttpAnswer>
  /** Cuts every connection. Requests that are under way fail as `aborted`. */
  close(): Promise<void>
}
