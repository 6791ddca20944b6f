import { Refusal } from './refusal.ts'

const strictDecoder = new TextDecoder('utf-8', { fatal: true })

/** Deeper JSON than this is refused: nobody needs it, and it could exhaust the stack. */
const maxDepth = 64

/** Throws 400 where the bytes are no UTF-8. */
export function decodeText(bytes: Uint8Array, what: string): string {
  try {
    return strictDecoder.decode(bytes)
  } catch {
    // A fatal TextDecoder has one way to fail.
    throw new Refusal(400, `${what} is not UTF-8.`)
  }
}

/** Parses JSON and throws 400 for malformed JSON, `\u0000`, half a surrogate pair, or too deep a nesting. */
export function parseJsonText(text: string, what: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The parser's own words quote the body, which is personal data.
    throw new Refusal(400, `${what} is not valid JSON.`)
  }
  requireCleanValue(value, what)
  return value
}

/** Throws 400 where the text holds a character that the endpoint refuses. */
export function requireCleanText(text: string, what: string): void {
  if (text.includes('\u0000')) throw new Refusal(400, `${what} must not contain \\u0000.`)
  if (!text.isWellFormed()) throw new Refusal(400, `${what} is not UTF-8.`)
}

function requireCleanValue(root: unknown, what: string): void {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { value, depth } = node
    if (typeof value === 'string') requireCleanText(value, what)
    if (typeof value !== 'object' || value === null) continue
    if (depth === maxDepth) throw new Refusal(400, `${what} is nested too deeply.`)
    for (const [key, child] of Object.entries(value)) {
      requireCleanText(key, what)
      open.push({ value: child, depth: depth + 1 })
    }
  }
}
