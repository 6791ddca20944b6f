import type { item as english } from '../en/item.ts'
import { decision } from './decision.ts'
import { entityCheck, fields, indexFile, links, origin, waiting } from './origin.ts'
import { countOf } from './plural.ts'

const alternatives = new Intl.ListFormat('de', { type: 'disjunction' })

export const item: typeof english = {
  facts: {
    entityId: 'Entitäts-ID',
    knownEntities: 'Bekannte Entitäten',
    usedBy: (count: number) => countOf(count, 'Datei', 'Dateien'),
    keepEntity: 'Für die nächsten Dateien behalten',
    releaseEntity: 'Nicht mehr behalten',
    entityKept: 'Für die nächsten Dateien behalten:',
    keptReplaces: (entityId: string) => `Hier steht sie an der Stelle von ${entityId}.`,
    useRead: (entityId: string) => `Hier ${entityId} verwenden`,
    mediaType: 'Medientyp',
    chooseMediaType: 'Wählen oder tippen',
    useCustom: (text: string) => `„${text}“ verwenden`,
    sentAs: (mediaType: string) => `Gesendet als ${mediaType}`,
    sentAsTyped: (mediaType: string) => `Nicht in der Liste. Gesendet als „${mediaType}“.`,
    entityMissing: 'Geben Sie ein, zu wem diese Datei gehört.',
    entityForeign: (characters: readonly string[]) =>
      `Nicht erlaubt in einer Entitäts-ID: ${alternatives.format(characters.map((one) => (one === ' ' ? 'Leerzeichen' : `„${one}“`)))}.`,
    entityMalformed: 'Geben Sie eine Entitäts-ID ein: Buchstaben, Ziffern und Zeichen, ohne Leerzeichen.',
    entityTooLong: 'Eine Entitäts-ID hat höchstens 128 Zeichen.',
    mediaTypeMissing: 'Wählen Sie, was diese Datei ist.',
    heading: 'Datei',
    folder: 'Ordner',
    path: 'Pfad',
    size: 'Größe',
    type: 'Dateityp',
    typeUnknown: 'Nicht erkannt',
    modified: 'Datei geändert',
    seen: 'Zuerst gesehen',
    sha256: 'SHA-256',
    notHashed: 'Noch nicht berechnet',
    reason: 'Begründung',
    uploaded: 'Hochgeladen',
    archivedTo: 'Jetzt in',
    rescanSlip: 'Zettel',
  },
  findings: 'Befunde',
  open: 'Mit dem Programm des Systems öffnen',
  showInFolder: 'Im Ordner zeigen',
  notOpened: 'Die Datei ließ sich nicht öffnen',
  notShown: 'Der Ordner ließ sich nicht zeigen',
  decision,
  origin,
  fields,
  entityCheck,
  links,
  waiting,
  indexFile,
}
