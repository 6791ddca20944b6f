/**
 * The catalogue of findings: what identification can say about a file.
 * `block` holds the file in Problems, `warn` forces a review, `info` only informs.
 */
export const findingSeverities = ['block', 'warn', 'info'] as const
export type FindingSeverity = (typeof findingSeverities)[number]

interface FindingText {
  readonly severity: FindingSeverity
  readonly title: string
  readonly next: string
}

export const findingCatalogue = {
  unsupported_type: {
    severity: 'block',
    title: 'This type of file cannot be uploaded',
    next: 'Ask for the document as JPEG, PNG, TIFF or PDF, or reject the file.',
  },
  extension_mismatch: {
    severity: 'warn',
    title: 'The file is not what its name says',
    next: 'Look at the picture. If it is right, approve it: it is sent under the extension of its real content.',
  },
  too_large: {
    severity: 'block',
    title: 'The file is over the limit of 5 MB',
    next: 'Scan it again at a lower resolution or as JPEG, or reject the file.',
  },
  empty_file: {
    severity: 'block',
    title: 'The file is empty',
    next: 'Scan or copy it again, or reject the file.',
  },
  damaged: {
    severity: 'block',
    title: 'The file is damaged or incomplete',
    next: 'Scan or copy it again, or reject the file.',
  },
  encrypted: {
    severity: 'block',
    title: 'The document is protected by a password',
    next: 'Ask for a copy without a password, or reject the file.',
  },
  no_rule: {
    severity: 'block',
    title: 'The file’s name does not say whose it is',
    next: 'Enter the entity and the media type, or rename the file.',
  },
  rules_disagree: {
    severity: 'block',
    title: 'The file’s name can be read in more than one way',
    next: 'Enter the entity and the media type that are right.',
  },
  entity_id_malformed: {
    severity: 'block',
    title: 'The entity id holds characters that the endpoint does not take',
    next: 'Correct the entity id.',
  },
  media_type_missing: {
    severity: 'block',
    title: 'The media type is not known',
    next: 'Choose the media type.',
  },
  media_type_implausible: {
    severity: 'warn',
    title: 'This kind of file is unusual for its media type',
    next: 'Check the media type before you approve.',
  },
  duplicate_same_entity: {
    severity: 'warn',
    title: 'The same file already belongs to this entity',
    next: 'Reject it, unless it is meant to be there twice.',
  },
  duplicate_other_entity: {
    severity: 'block',
    title: 'The same file was seen for another entity',
    next: 'Find out whose document it is. Correct the entity, or reject the file.',
  },
  unreadable: {
    severity: 'block',
    title: 'The file cannot be read',
    next: 'Check the permissions of the file. Intray looks again by itself.',
  },
} as const satisfies Record<string, FindingText>

export type FindingCode = keyof typeof findingCatalogue

/** One thing that identification has to say about one file, with its evidence in plain words. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: FindingSeverity
  readonly evidence: string
}

/** Findings that no correction of entity and media type can lift: the file itself must be replaced. */
export const fileFindingCodes: ReadonlySet<FindingCode> = new Set([
  'unsupported_type',
  'too_large',
  'empty_file',
  'damaged',
  'encrypted',
  'unreadable',
])

/** Makes a finding with the catalogue's severity. */
export function finding(code: FindingCode, evidence: string): Finding {
  return { code, severity: findingCatalogue[code].severity, evidence }
}

/** True when one of the findings holds the item back. */
export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some((entry) => entry.severity === 'block')
}
