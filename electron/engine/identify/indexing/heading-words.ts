import { foldCase } from '../../../shared/media-types.ts'

/** What a column can mean besides a further value. */
export type ColumnRole = 'file' | 'entity_id' | 'media_type' | 'side'

/**
 * Headings as people and scanner software write them, in the form of `foldHeading`. Of two columns the one that
 * stands further ahead here is meant: `customer number` rather than `customer`, which may be a name.
 */
const knownHeadings: Readonly<Record<ColumnRole, readonly string[]>> = {
  file: [
    ...['file', 'filename', 'filepath', 'path', 'scanfile', 'scan', 'scanname', 'scannedfile'],
    ...['imagefile', 'imagefilename', 'imagepath', 'imagename', 'image', 'attachment'],
    ...['documentfile', 'documentfilename', 'documentpath', 'documentname', 'document'],
    ...['datei', 'dateiname', 'dateipfad', 'pfad', 'scandatei', 'bilddatei', 'bild', 'bildname', 'bildpfad'],
    ...['dokumentdatei', 'dokumentname', 'dokumentpfad', 'dokument', 'beleg', 'belegdatei'],
  ],
  entity_id: [
    ...['entityid', 'entity', 'customerid', 'customernumber', 'customerno', 'custid', 'custno'],
    ...['clientid', 'clientnumber', 'clientno', 'userid', 'memberid', 'membernumber', 'memberno'],
    ...['kundennummer', 'kundennr', 'kundenid', 'kundeid', 'kdnr', 'kundenummer', 'kundenr'],
    ...['mandantennummer', 'mandantennr', 'mandantenid', 'customer', 'client', 'kunde', 'mandant'],
  ],
  media_type: [
    ...[
      'mediatype',
      'documenttype',
      'doctype',
      'documentkind',
      'documentclass',
      'docclass',
      'formtype',
      'type',
    ],
    ...['medientyp', 'dokumenttyp', 'dokumententyp', 'dokumentart', 'dokumentenart', 'dokumentklasse'],
    ...['dokumentenklasse', 'belegart', 'belegtyp', 'typ', 'art', 'kind'],
  ],
  side: ['side', 'documentside', 'seite', 'dokumentseite', 'ausweisseite'],
}

const rolesByHeading: ReadonlyMap<string, { readonly role: ColumnRole; readonly rank: number }> = new Map(
  Object.entries(knownHeadings).flatMap(([role, headings]) =>
    // The keys of a typed constant are its roles; `Object.entries` cannot say so.
    headings.map((heading, rank) => [heading, { role: role as ColumnRole, rank }] as const),
  ),
)

/** The form in which headings are compared: NFC, lower case, letters and digits only. */
export function foldHeading(heading: string): string {
  return foldCase(heading.normalize('NFC')).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** What a usual heading means; `rank` 0 is the most certain. */
export function knownHeading(
  heading: string,
): { readonly role: ColumnRole; readonly rank: number } | undefined {
  return rolesByHeading.get(foldHeading(heading))
}
