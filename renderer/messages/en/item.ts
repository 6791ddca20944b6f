import { decision } from './decision.ts'
import { entityCheck, fields, indexFile, links, origin, waiting } from './origin.ts'
import { countOf } from './plural.ts'

const alternatives = new Intl.ListFormat('en', { type: 'disjunction' })

/** What is said about one item, wherever it is shown. */
export const item = {
  facts: {
    entityId: 'Entity id',
    knownEntities: 'Entities that are known',
    usedBy: (count: number) => countOf(count, 'file', 'files'),
    keepEntity: 'Keep for the next files',
    releaseEntity: 'Keep no longer',
    entityKept: 'Kept for the next files:',
    keptReplaces: (entityId: string) => `Here it takes the place of ${entityId}.`,
    useRead: (entityId: string) => `Use ${entityId} here`,
    mediaType: 'Media type',
    chooseMediaType: 'Choose or type',
    useCustom: (text: string) => `Use “${text}”`,
    sentAs: (mediaType: string) => `Sent as ${mediaType}`,
    sentAsTyped: (mediaType: string) => `Not in the list. Sent as “${mediaType}”.`,
    entityMissing: 'Enter whose file this is.',
    entityForeign: (characters: readonly string[]) =>
      `An entity id cannot hold ${alternatives.format(characters.map((one) => (one === ' ' ? 'a space' : `“${one}”`)))}.`,
    entityMalformed: 'Enter an entity id: letters, digits and signs, without spaces.',
    entityTooLong: 'An entity id has at most 128 characters.',
    mediaTypeMissing: 'Choose what this file is.',
    heading: 'File',
    folder: 'Folder',
    path: 'Path',
    size: 'Size',
    type: 'Type',
    typeUnknown: 'Not recognised',
    modified: 'File changed',
    seen: 'First seen',
    sha256: 'SHA-256',
    notHashed: 'Not computed yet',
    reason: 'Reason',
    uploaded: 'Uploaded',
    archivedTo: 'Now at',
    rescanSlip: 'Slip',
  },
  findings: 'Findings',
  open: 'Open with the system’s program',
  showInFolder: 'Show in folder',
  notOpened: 'The file could not be opened',
  notShown: 'The folder could not be shown',
  decision,
  origin,
  fields,
  entityCheck,
  links,
  waiting,
  indexFile,
}
