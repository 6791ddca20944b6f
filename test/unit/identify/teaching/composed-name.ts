import type { NameExample, ReadField } from '../../../../electron/shared/readings.ts'

/** A part of a name that a person would mark. */
export interface MarkedPart {
  readonly field: ReadField
  readonly text: string
  readonly value?: string | undefined
}

/** A name with everything that is true of it. */
export interface ComposedName {
  readonly path: string
  readonly entityId: string
  readonly mediaType: string | null
  readonly marks: NameExample['marks']
}

export const entity = (text: string, value?: string): MarkedPart => ({ field: 'entity_id', text, value })
export const media = (text: string, value?: string): MarkedPart => ({ field: 'media_type', text, value })
export const side = (text: string, value?: 'front' | 'back'): MarkedPart => ({ field: 'side', text, value })
export const date = (text: string): MarkedPart => ({ field: 'date', text })

/** Puts a name together from plain text and marked parts. `mediaType`: where the parts do not say it alone. */
export function compose(parts: readonly (string | MarkedPart)[], mediaType?: string): ComposedName {
  let path = ''
  const marks: { field: ReadField; start: number; end: number; value?: string | undefined }[] = []
  for (const part of parts) {
    if (typeof part === 'string') path += part
    else {
      marks.push({
        field: part.field,
        start: path.length,
        end: path.length + part.text.length,
        value: part.value,
      })
      path += part.text
    }
  }
  const find = (field: ReadField): MarkedPart | undefined =>
    parts.find((part): part is MarkedPart => typeof part !== 'string' && part.field === field)
  const entityPart = find('entity_id')
  return {
    path,
    entityId: entityPart?.value ?? entityPart?.text ?? '',
    mediaType: mediaType ?? find('media_type')?.value ?? null,
    marks,
  }
}

/** The name as a person teaches it by marking its parts. */
export function marked({ path, marks, mediaType }: ComposedName, folderId = 'scans'): NameExample {
  return { folderId, path, marks, ...(mediaType !== null && { mediaType }) }
}

/** The name as a person teaches it by correcting its values. */
export function corrected({ path, entityId, mediaType }: ComposedName, folderId = 'scans'): NameExample {
  return { folderId, path, marks: [], entityId, ...(mediaType !== null && { mediaType }) }
}

/** Numbers that look random and are the same in each run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
