import type { Said, Sentence } from './sentences/told.ts'

/**
 * The catalogue of findings: what identification can say about a file.
 * `block` holds the file in Problems, `warn` forces a review, `info` only informs.
 */
export const findingSeverities = ['block', 'warn', 'info'] as const
export type FindingSeverity = (typeof findingSeverities)[number]

/** What a finding is about: the file itself, how its name is read, the values, other items, an index file. */
export type FindingConcern = 'file' | 'name' | 'values' | 'others' | 'index'

interface FindingText {
  readonly severity: FindingSeverity
  readonly concerns: FindingConcern
  /** Whether a person may send the file in spite of it, with a reason that is kept, where it blocks. */
  readonly overridable: boolean
  readonly title: string
  readonly next: string
}

export const findingCatalogue = {
  unsupported_type: {
    severity: 'block',
    concerns: 'file',
    overridable: false,
    title: 'This type of file cannot be uploaded',
    next: 'Ask for the document as JPEG, PNG, TIFF or PDF, or reject the file.',
  },
  extension_mismatch: {
    severity: 'warn',
    concerns: 'file',
    overridable: true,
    title: 'The file is not what its name says',
    next: 'Look at the picture. If it is right, approve it: it is sent under the extension of its real content.',
  },
  too_large: {
    severity: 'block',
    concerns: 'file',
    overridable: false,
    title: 'The file is over the limit of 5 MB',
    next: 'Send a smaller form of the picture, scan it again at a lower resolution, or reject the file.',
  },
  smaller_form: {
    severity: 'info',
    concerns: 'file',
    overridable: true,
    title: 'A smaller form of the picture is sent',
    next: 'Compare it with the original. If too much is lost, go back to the original or ask for a new scan.',
  },
  empty_file: {
    severity: 'block',
    concerns: 'file',
    overridable: false,
    title: 'The file is empty',
    next: 'Scan or copy it again, or reject the file.',
  },
  damaged: {
    severity: 'block',
    concerns: 'file',
    overridable: false,
    title: 'The file is damaged or incomplete',
    next: 'Scan or copy it again, or reject the file.',
  },
  encrypted: {
    severity: 'block',
    concerns: 'file',
    overridable: false,
    title: 'The document is protected by a password',
    next: 'Ask for a copy without a password, or reject the file.',
  },
  picture_too_small: {
    severity: 'warn',
    concerns: 'file',
    overridable: true,
    title: 'The picture is very small',
    next: 'Check that everything can be read. If not, ask for a new scan.',
  },
  picture_blank: {
    severity: 'warn',
    concerns: 'file',
    overridable: true,
    title: 'The picture looks blank',
    next: 'Look at it. If it is blank, reject it or ask for a new scan.',
  },
  unreadable: {
    severity: 'block',
    concerns: 'file',
    overridable: false,
    title: 'The file cannot be read',
    next: 'Check the permissions of the file. Intray looks again by itself.',
  },
  still_changing: {
    severity: 'block',
    concerns: 'file',
    overridable: false,
    title: 'The file is still being written',
    next: 'Look whether the scanner or the copy is stuck. Intray takes the file as soon as it is quiet.',
  },
  no_rule: {
    severity: 'block',
    concerns: 'name',
    overridable: false,
    title: 'The file’s name does not say whose it is',
    next: 'Enter the entity and the media type, or rename the file.',
  },
  rules_disagree: {
    severity: 'block',
    concerns: 'name',
    overridable: false,
    title: 'The file’s name can be read in more than one way',
    next: 'Enter the entity and the media type that are right.',
  },
  entity_id_malformed: {
    severity: 'block',
    concerns: 'values',
    overridable: false,
    title: 'The entity id holds characters that the endpoint does not take',
    next: 'Correct the entity id.',
  },
  entity_id_foreign: {
    severity: 'block',
    concerns: 'values',
    overridable: true,
    title: 'The entity id does not have your organisation’s form',
    next: 'Correct the entity id. If it is right all the same, approve it with a reason.',
  },
  entity_unknown: {
    severity: 'block',
    concerns: 'values',
    overridable: true,
    title: 'The endpoint does not know this entity',
    next: 'Correct the entity id, or create the entity and look again.',
  },
  entity_placeholder: {
    severity: 'block',
    concerns: 'values',
    overridable: true,
    title: 'The entity is only a placeholder',
    next: 'Create the entity in Unit21 first, then look again.',
  },
  media_type_missing: {
    severity: 'block',
    concerns: 'values',
    overridable: false,
    title: 'The media type is not known',
    next: 'Choose the media type.',
  },
  media_type_unknown: {
    severity: 'warn',
    concerns: 'values',
    overridable: true,
    title: 'This media type is new',
    next: 'Check its spelling. If it is right, approve it, or add it to the media types under Rules.',
  },
  media_type_implausible: {
    severity: 'warn',
    concerns: 'values',
    overridable: true,
    title: 'This kind of file is unusual for its media type',
    next: 'Check the media type before you approve.',
  },
  media_type_impossible: {
    severity: 'block',
    concerns: 'values',
    overridable: true,
    title: 'This kind of file cannot be of that media type',
    next: 'Correct the media type. If it is right all the same, approve it with a reason.',
  },
  duplicate_same_entity: {
    severity: 'warn',
    concerns: 'others',
    overridable: true,
    title: 'The same file already belongs to this entity',
    next: 'Reject it, unless it is meant to be there twice.',
  },
  duplicate_other_entity: {
    severity: 'block',
    concerns: 'others',
    overridable: true,
    title: 'The same file was seen for another entity',
    next: 'Find out whose document it is. Correct the entity, or reject the file.',
  },
  duplicate_rejected: {
    severity: 'warn',
    concerns: 'others',
    overridable: true,
    title: 'The same file was rejected before',
    next: 'Look why it was rejected, and reject it again unless that was a mistake.',
  },
  same_name_other_content: {
    severity: 'warn',
    concerns: 'others',
    overridable: true,
    title: 'Another file had this name before',
    next: 'Check that it belongs to the same entity: scanners use names again.',
  },
  other_side_missing: {
    severity: 'warn',
    concerns: 'others',
    overridable: true,
    title: 'The other side of the document is missing',
    next: 'Scan the other side, or approve this one alone.',
  },
  too_many_for_entity: {
    severity: 'warn',
    concerns: 'others',
    overridable: true,
    title: 'Unusually many files for one entity',
    next: 'Check that the entity id is right and not a scanner’s fixed prefix.',
  },
  rescan_received: {
    severity: 'info',
    concerns: 'others',
    overridable: true,
    title: 'This is the new scan that was asked for',
    next: 'Compare it with the rejected one.',
  },
  index_row_missing: {
    severity: 'warn',
    concerns: 'index',
    overridable: true,
    title: 'No row of the index file names this file',
    next: 'Add the row, or enter the entity and the media type here.',
  },
  index_rows_conflict: {
    severity: 'block',
    concerns: 'index',
    overridable: false,
    title: 'Several rows of the index name this file, with different values',
    next: 'Correct the index file, or enter the right values here.',
  },
  index_disagrees: {
    severity: 'block',
    concerns: 'index',
    overridable: false,
    title: 'The index file and the file’s name disagree',
    next: 'Enter the entity and the media type that are right.',
  },
  index_row_malformed: {
    severity: 'block',
    concerns: 'index',
    overridable: false,
    title: 'The row of the index file cannot be used',
    next: 'Correct the row, or enter the right values here.',
  },
  index_row_changed: {
    severity: 'warn',
    concerns: 'index',
    overridable: true,
    title: 'The index row changed after it was used',
    next: 'Compare both values. What was already sent stays as it was sent.',
  },
  index_row_without_file: {
    severity: 'block',
    concerns: 'index',
    overridable: false,
    title: 'The index names files that never came',
    next: 'Scan the missing files or correct the index file. Reject the index file to wait for them no longer.',
  },
  index_unreadable: {
    severity: 'block',
    concerns: 'index',
    overridable: false,
    title: 'The index file cannot be read as a table',
    next: 'Correct the file, or set its encoding, delimiter and columns under Settings, Folders.',
  },
} as const satisfies Record<string, FindingText>

export type FindingCode = keyof typeof findingCatalogue

/** Every code of the catalogue, in its order. */
// The keys of a constant are its codes; `Object.keys` cannot say so.
export const findingCodes = Object.keys(findingCatalogue) as [FindingCode, ...FindingCode[]]

/** Other severities than the catalogue's, as a folder sets them. */
export type Severities = Readonly<Partial<Record<FindingCode, FindingSeverity>>>

/** One thing that identification has to say about one file, with its evidence in plain words. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: FindingSeverity
  readonly evidence: string
  /** The evidence as data, for other languages. Findings of older ledgers, and erased ones, have none. */
  readonly said?: Said | undefined
  /** Other items that the finding is about, for links. */
  readonly itemIds?: readonly number[] | undefined
}

/** Findings that no correction of entity and media type can lift: the file itself must be replaced. */
export const fileFindingCodes: ReadonlySet<FindingCode> = new Set(
  findingCodes.filter((code) => {
    const { concerns, overridable } = findingCatalogue[code]
    return concerns === 'file' && !overridable
  }),
)

/** Codes whose severity no folder can lower: without a mended file or a known entity nothing can be sent. */
export const fixedSeverityCodes: ReadonlySet<FindingCode> = new Set(
  findingCodes.filter((code) => {
    const { severity, overridable } = findingCatalogue[code]
    return severity === 'block' && !overridable
  }),
)

/** Makes a finding with the catalogue's severity. */
export function finding(code: FindingCode, evidence: Sentence, itemIds?: readonly number[]): Finding {
  return {
    code,
    severity: findingCatalogue[code].severity,
    evidence: evidence.words,
    said: evidence.said,
    ...(itemIds === undefined ? {} : { itemIds }),
  }
}

/** Findings in English alone, as the audit chain tells them: its record has one language. */
export function inEnglishAlone(findings: readonly Finding[]): Finding[] {
  return findings.map(({ said: _said, ...found }) => found)
}

/** True when one of the findings holds the item back. */
export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some((entry) => entry.severity === 'block')
}
