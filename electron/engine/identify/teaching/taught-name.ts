import type { NameExample, ReadField } from '../../../shared/readings.ts'
import { stemOf } from '../extension.ts'

/** A part of an example's path that stands for a value. */
export interface Mark {
  readonly field: ReadField
  /** In the NFC path, `end` not included. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** What the text means; the text itself where nothing else was said. */
  readonly value: string
  /** Zeros right before an entity id that the id itself leaves out. */
  readonly zerosBefore: number
}

/** A folder's name, or the file's name without its extension. */
export interface Segment {
  readonly text: string
  readonly start: number
}

/** What reading the example must give. `undefined`: nothing was said about it. */
export interface ExpectedValues {
  readonly entityId: string | undefined
  readonly mediaType: string | undefined
  /** Whether that is what a mark means: with the side beside it, it may be the document's other side. */
  readonly isOfMark: boolean
}

/** An example made ready: in NFC, taken apart, its marks in the order of the path. */
export interface TaughtName {
  readonly folderId: string
  readonly path: string
  readonly segments: readonly Segment[]
  readonly marks: readonly Mark[]
  readonly expected: ExpectedValues
}

/** Makes an example ready; null where its marks lie outside its name or across one another. */
export function takeExample(example: NameExample): TaughtName | null {
  const path = example.path.normalize('NFC')
  const segments = segmentsOf(path)
  const marks: Mark[] = []
  for (const { field, start, end, value } of [...example.marks].sort((a, b) => a.start - b.start)) {
    const segment = segments.find((each) => start >= each.start && start < each.start + each.text.length)
    if (segment === undefined) return null
    // A mark may have caught the extension, which no value holds.
    const last = Math.min(end, segment.start + segment.text.length)
    if (start < (marks.at(-1)?.end ?? 0) || (end > last && segment !== segments.at(-1))) return null
    const text = path.slice(start, last)
    marks.push({ field, start, end: last, text, value: value ?? text, zerosBefore: 0 })
  }
  const expected = {
    entityId: example.entityId?.normalize('NFC') ?? valueOf(marks, 'entity_id'),
    mediaType: example.mediaType ?? example.marks.find(({ field }) => field === 'media_type')?.value,
    isOfMark: example.mediaType === undefined,
  }
  return { folderId: example.folderId, path, segments, marks: withExpected(marks, expected), expected }
}

/** The same name with further marks. */
export function withMarks(name: TaughtName, marks: readonly Mark[]): TaughtName {
  return { ...name, marks: [...name.marks, ...marks].sort((a, b) => a.start - b.start) }
}

/** The mark of a field, if there is one. */
export function markOf({ marks }: Pick<TaughtName, 'marks'>, field: ReadField): Mark | undefined {
  return marks.find((mark) => mark.field === field)
}

function valueOf(marks: readonly Mark[], field: ReadField): string | undefined {
  return markOf({ marks }, field)?.value
}

/** An entity id or a media type that was given beside the marks is what its mark means. */
function withExpected(marks: readonly Mark[], { entityId, mediaType }: ExpectedValues): Mark[] {
  return marks.map((mark) => {
    if (mark.field === 'entity_id') return { ...mark, value: entityId ?? mark.value }
    if (mark.field === 'media_type') return { ...mark, value: mediaType ?? mark.value }
    return mark
  })
}

function segmentsOf(path: string): Segment[] {
  const names = path.split('/')
  let start = 0
  return names.map((text, index) => {
    const segment = { text: index === names.length - 1 ? stemOf(text) : text, start }
    start += text.length + 1
    return segment
  })
}
