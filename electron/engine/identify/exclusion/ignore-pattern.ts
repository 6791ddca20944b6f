/**
 * The first pattern that matches a path relative to its watched folder (`/` between segments), or null.
 * A pattern without a slash is compared with each folder's name and with the file's; one with a slash with the
 * whole path. `*` stands for any text within a name, `**` between slashes for any number of folders, also none.
 * Case and Unicode form do not count.
 */
export function matchIgnorePattern(patterns: readonly string[], relativePath: string): string | null {
  const names = comparable(relativePath).split('/')
  return patterns.find((pattern) => matchesPath(comparable(pattern), names)) ?? null
}

function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

function matchesPath(pattern: string, names: readonly string[]): boolean {
  const steps = pattern.replace(/\/$/, '').split('/')
  const [only, ...further] = steps
  if (only !== undefined && further.length === 0) return names.some((name) => matchesName(only, name))
  // A slash at the start only says that the pattern begins at the watched folder, as every one with a slash does.
  const wanted = only === '' ? further : steps
  return matchesSequence(wanted, names, '**', matchesName)
}

function matchesName(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name
  return matchesSequence([...pattern], [...name], '*', (wanted, character) => wanted === character)
}

/**
 * Compares a sequence with a pattern in which `anything` stands for any number of elements. Only the last such
 * element is ever tried again, further on, which is enough and keeps the work at the product of both lengths.
 */
function matchesSequence(
  pattern: readonly string[],
  sequence: readonly string[],
  anything: string,
  matches: (wanted: string, element: string) => boolean,
): boolean {
  let at = 0
  let step = 0
  let retry: { step: number; at: number } | null = null
  while (at < sequence.length) {
    const [wanted, element] = [pattern[step], sequence[at] ?? '']
    if (wanted === anything) {
      retry = { step, at }
      step += 1
    } else if (wanted !== undefined && matches(wanted, element)) {
      at += 1
      step += 1
    } else if (retry !== null) {
      retry.at += 1
      at = retry.at
      step = retry.step + 1
    } else return false
  }
  return pattern.slice(step).every((wanted) => wanted === anything)
}
