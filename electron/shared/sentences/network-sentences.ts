import type { Words } from './told.ts'

interface Host {
  /** Name and port. */
  readonly host: string
}

interface Coded {
  /** The system's or the library's own code, such as `ECONNRESET`. */
  readonly code: string
}

interface Proxy {
  readonly proxy: string
}

/** Why no whole answer came over the network. */
export const networkSentences = {
  with_code: ({ reason, code }: Coded & { reason: Words }) => `${reason} (${code})`,

  host_unknown: ({ host }: Host) => `The name of ${host} cannot be found.`,
  host_refuses: ({ host }: Host) => `${host} refuses connections.`,
  host_unreachable: ({ host }: Host) => `There is no way through the network to ${host}.`,
  host_did_not_pick_up: ({ host }: Host) => `${host} did not answer the call in time.`,
  host_did_not_answer: ({ host }: Host) => `${host} did not answer in time.`,
  host_did_not_answer_within: ({ host, seconds }: Host & { seconds: number }) =>
    `${host} did not answer within ${String(seconds)} seconds.`,
  connection_cut: ({ host }: Host) => `The connection to ${host} was cut.`,
  request_stopped: 'Intray stopped this request.',
  answer_not_http: ({ host }: Host) => `What ${host} answered is not HTTP.`,
  exchange_failed: ({ host }: Host) => `The exchange with ${host} failed.`,
  answer_had_begun: ({ status }: { status: number }) => `An answer with status ${String(status)} had begun.`,

  proxy_address_invalid: 'The address of the proxy cannot be used.',
  proxy_sign_in: ({ proxy }: Proxy) => `The proxy ${proxy} asks for a sign-in (407).`,
  proxy_refused: ({ proxy, host, status }: Proxy & Host & { status: number }) =>
    `The proxy ${proxy} refused to connect to ${host} (${String(status)}).`,
  proxy_unusable: ({ proxy, reason, code }: Proxy & Coded & { reason: Words }) =>
    `The proxy ${proxy} cannot be used: ${reason} (${code})`,

  certificate_expired: ({ host }: Host) =>
    `The certificate of ${host} has expired, or this computer’s date is wrong.`,
  certificate_not_yet_valid: ({ host }: Host) =>
    `The certificate of ${host} is not valid yet, or this computer’s date is wrong.`,
  certificate_of_another: ({ names, host }: Host & { names: string | null }) =>
    `The certificate is for ${names ?? 'another name'}, not for ${host}.`,
  certificate_untrusted: ({ host, code }: Host & Coded) =>
    `The certificate of ${host} comes from an authority that this computer does not trust. A proxy that inspects traffic may have put it there. (${code})`,
  certificate_refused: ({ host, code }: Host & Coded) =>
    `The certificate of ${host} was not accepted (${code}).`,
  no_safe_connection: ({ host, code }: Host & Coded) =>
    `${host} and Intray could not agree on a safe connection (${code}).`,
}
