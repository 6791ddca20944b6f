/** What the simulator says no with: an HTTP status, a slug and a sentence. Thrown by the checks. */
export class Refusal extends Error {
  readonly status: number
  readonly errorCode: string

  constructor(status: number, message: string, errorCode: string = slugOf(status)) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.errorCode = errorCode
  }
}

/**
 * The `error_code` of a status. `unauthorized`, `resource_not_found` and `invalid_input` were seen in public;
 * nobody documents the others, so no client should depend on them.
 */
function slugOf(status: number): string {
  return slugs.get(status) ?? (status < 500 ? 'invalid_input' : 'internal_error')
}

const slugs = new Map([
  [400, 'invalid_input'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'resource_not_found'],
  [405, 'method_not_allowed'],
  [409, 'conflict'],
  [413, 'payload_too_large'],
  [423, 'locked'],
  [429, 'rate_limit_exceeded'],
  [500, 'internal_error'],
  [502, 'bad_gateway'],
  [503, 'service_unavailable'],
  [504, 'gateway_timeout'],
])
