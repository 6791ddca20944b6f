export interface BoundedBytes {
  readonly bytes: Uint8Array
  /** True when there was more. */
  readonly cut: boolean
}

/** Reads at most `limitBytes` of an answer and leaves the rest unread. */
export async function readBounded(response: Response, limitBytes: number): Promise<BoundedBytes> {
  const reader = response.body?.getReader()
  if (reader === undefined) return { bytes: new Uint8Array(), cut: false }
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  while (sizeBytes <= limitBytes) {
    const { done, value } = await reader.read()
    if (done) return { bytes: joined(chunks, sizeBytes), cut: false }
    chunks.push(value)
    sizeBytes += value.length
  }
  await reader.cancel()
  return { bytes: joined(chunks, sizeBytes).subarray(0, limitBytes), cut: true }
}

function joined(chunks: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeBytes)
  let end = 0
  for (const chunk of chunks) {
    bytes.set(chunk, end)
    end += chunk.length
  }
  return bytes
}
