interface WithContent {
  readonly inspection: { readonly sha256: string }
}

/** Parts files into rounds, in their order. No round has a content twice, and each file comes as early as it can. */
export function roundsByContent<File extends WithContent>(files: readonly File[]): File[][] {
  const rounds: File[][] = []
  const roundOf = new Map<string, number>()
  for (const file of files) {
    const { sha256 } = file.inspection
    const index = roundOf.get(sha256) ?? 0
    roundOf.set(sha256, index + 1)
    const round = rounds[index]
    if (round === undefined) rounds.push([file])
    else round.push(file)
  }
  return rounds
}
