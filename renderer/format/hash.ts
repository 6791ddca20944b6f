/** The first and last characters of a SHA-256; the whole is a click away wherever this is shown. */
export function shortenHash(sha256: string): string {
  return `${sha256.slice(0, 8)}…${sha256.slice(-4)}`
}
