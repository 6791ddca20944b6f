/** A rejected item for which a new scan was asked and has not come yet. */
export interface OpenRescan {
  readonly itemId: number
  readonly path: string
  readonly entityId: string | null
  readonly mediaType: string | null
  readonly sha256: string | null
}

/** A scan that may be the new one. */
export interface NewScan {
  readonly path: string
  readonly entityId: string | null
  readonly mediaType: string | null
  readonly sha256: string | null
}

/**
 * The rejected item of the same folder that a scan replaces: the one at its path, else one of its entity and media
 * type; of several, the one that was asked for last. Null where there is none. The same content is never a new scan.
 */
export function matchRescan(openRescans: readonly OpenRescan[], scan: NewScan): number | null {
  const { entityId, mediaType } = scan
  const path = scan.path.normalize('NFC')
  const others = openRescans.filter(({ sha256 }) => sha256 === null || sha256 !== scan.sha256)
  const samePath = others.filter((rescan) => rescan.path.normalize('NFC') === path)
  const sameValues =
    entityId === null || mediaType === null
      ? []
      : others.filter((rescan) => rescan.entityId === entityId && rescan.mediaType === mediaType)
  const found = samePath.length > 0 ? samePath : sameValues
  return found.length === 0 ? null : Math.max(...found.map(({ itemId }) => itemId))
}
