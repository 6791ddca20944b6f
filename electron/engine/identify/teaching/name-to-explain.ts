/** A name that rules are tried on. */
export interface NameToExplain {
  readonly folderId: string
  readonly path: string
  /** What a person or an upload confirmed of it; null while the file waits. */
  readonly confirmed: { readonly entityId: string; readonly mediaType: string | null } | null
}
