/** An audit event as SQLite returns it. */
export interface StoredEvent {
  readonly seq: number
  readonly at_ms: number
  readonly actor: string
  readonly kind: string
  readonly item_id: number | null
  readonly data: string
  readonly data_hash: string
  readonly hash: string
  /** 1 once the retention policy took its data. */
  readonly erased: 0 | 1
}

/** The object that a text holds; empty for a text that holds none. */
export function parseObject(text: string): Record<string, unknown> {
  try {
    return asObject(JSON.parse(text))
  } catch {
    // Text that is no JSON was altered: its hash says so already.
    return {}
  }
}

/** The value as an object; empty for what is none. */
export function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** A number to look up; one that no row has, where an altered event holds something else. */
export function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : -1
}
