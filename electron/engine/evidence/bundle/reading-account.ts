export interface ReadingAccount {
  /** So many readings of the file there will be, as far as can be told by now. */
  expect(readings: number): void
  /** So many more bytes were read. Throws the reason of a check that is to end. */
  took(bytes: number): void
}

/** Tells every hundredth of a check that reads a file several times, never less than before. */
export function createReadingAccount(
  fileBytes: number,
  signal: AbortSignal | undefined,
  progress: (share: number) => void = () => undefined,
): ReadingAccount {
  let readings = 1
  let taken = 0
  let told = 0
  return {
    expect(count) {
      readings = Math.max(readings, count)
    },
    took(bytes) {
      signal?.throwIfAborted()
      taken += bytes
      const hundredths = Math.floor((100 * taken) / (readings * fileBytes))
      if (hundredths <= told) return
      told = hundredths
      progress(Math.min(hundredths / 100, 1))
    },
  }
}
