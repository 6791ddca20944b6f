import type { IncomingMessage } from 'node:http'

/** How the reading of a body ended. Only `whole` carries bytes. */
export type BodyEnd = 'whole' | 'discarded' | 'too_large' | 'no_room' | 'cut' | 'client_gone'

export type ReadBody = { end: BodyEnd; bytes: Buffer; readBytes: number }

export type ReadRules = {
  /** False reads and forgets, for a request that is refused anyway. */
  keep: boolean
  maxBytes: number
  /** Stop in the middle, after this many bytes or at the end of a shorter body; null reads on. */
  cutAfterBytes: number | null
  /** The memory that the kept bytes are counted against. */
  held: HeldBytes
}

/**
 * Reads a request's body. A body that is not wanted or too large is read on and forgotten, up to twice the
 * limit: a client that is still sending would otherwise see a broken connection in place of the answer.
 */
export async function readBody(request: IncomingMessage, rules: ReadRules): Promise<ReadBody> {
  const chunks: Buffer[] = []
  let readBytes = 0
  let end: BodyEnd = rules.keep ? 'whole' : 'discarded'
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      // No encoding is set on the request, so its chunks are buffers; Node's types say any.
      if (!Buffer.isBuffer(chunk)) continue
      readBytes += chunk.length
      if (rules.cutAfterBytes !== null && readBytes >= rules.cutAfterBytes) break
      if (readBytes > rules.maxBytes) end = 'too_large'
      else if (end === 'whole' && !rules.held.reserve(chunk.length)) end = 'no_room'
      if (end === 'whole') {
        chunks.push(chunk)
      } else {
        chunks.length = 0
        rules.held.release()
      }
      if (readBytes > 2 * rules.maxBytes) break
    }
  } catch {
    // The stream of a request fails when its connection does, whichever way that happened.
    end = 'client_gone'
  }
  if (rules.cutAfterBytes !== null && end !== 'client_gone') end = 'cut'
  return { end, bytes: end === 'whole' ? Buffer.concat(chunks) : Buffer.alloc(0), readBytes }
}

/** What one request has taken out of the memory that all requests share. */
export type HeldBytes = {
  /** False where the simulator holds enough already; nothing is taken then. */
  reserve(sizeBytes: number): boolean
  /** Gives everything back. May be called more than once. */
  release(): void
}

/** Shares `maxBytes` of memory among the bodies of all requests, so that many large ones cannot exhaust the process. */
export function createMemoryShare(maxBytes: number): () => HeldBytes {
  let heldBytes = 0
  return () => {
    let ownBytes = 0
    return {
      reserve(sizeBytes) {
        if (heldBytes + sizeBytes > maxBytes) return false
        heldBytes += sizeBytes
        ownBytes += sizeBytes
        return true
      },
      release() {
        heldBytes -= ownBytes
        ownBytes = 0
      },
    }
  }
}
