/** A command and the keys that give it, as they are printed. */
export interface KeyLine {
  readonly label: string
  readonly keys: readonly string[]
}

export interface KeyLines {
  readonly heading: string
  readonly lines: readonly KeyLine[]
}

/** Settable and fixed keys of one kind stand together; a command with both stands once. */
export function mergeByHeading(all: readonly KeyLines[]): readonly KeyLines[] {
  const byHeading = new Map<string, readonly KeyLine[]>()
  for (const { heading, lines } of all) {
    byHeading.set(heading, mergeByLabel([...(byHeading.get(heading) ?? []), ...lines]))
  }
  return [...byHeading].map(([heading, lines]) => ({ heading, lines }))
}

function mergeByLabel(all: readonly KeyLine[]): readonly KeyLine[] {
  const byLabel = new Map<string, readonly string[]>()
  for (const { label, keys } of all) {
    byLabel.set(label, [...new Set([...(byLabel.get(label) ?? []), ...keys])])
  }
  return [...byLabel].map(([label, keys]) => ({ label, keys }))
}
