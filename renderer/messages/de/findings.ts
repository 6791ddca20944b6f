import type { catalogue } from '../en/catalogue.ts'

const scanAgain = 'Scannen oder kopieren Sie sie noch einmal, oder lehnen Sie die Datei ab.'
const enterRight = 'Geben Sie die richtige Entität und den richtigen Medientyp ein.'

/** Was Intray an einer Datei feststellt, und was dann zu tun ist. */
export const findings: (typeof catalogue)['findings'] = {
  unsupported_type: {
    title: 'Diese Art von Datei lässt sich nicht hochladen',
    next: 'Bitten Sie um das Dokument als JPEG, PNG, TIFF oder PDF, oder lehnen Sie die Datei ab.',
  },
  extension_mismatch: {
    title: 'Die Datei ist nicht, was ihr Name sagt',
    next: 'Sehen Sie sich das Bild an. Stimmt es, geben Sie es frei: Es wird mit der Endung seines wirklichen Inhalts gesendet.',
  },
  too_large: {
    title: 'Die Datei ist größer als 5 MB',
    next: 'Senden Sie eine kleinere Fassung des Bildes, scannen Sie es mit geringerer Auflösung, oder lehnen Sie die Datei ab.',
  },
  smaller_form: {
    title: 'Eine kleinere Fassung des Bildes wird gesendet',
    next: 'Vergleichen Sie sie mit dem Original. Fehlt zu viel, kehren Sie zum Original zurück oder bitten um einen neuen Scan.',
  },
  empty_file: { title: 'Die Datei ist leer', next: scanAgain },
  damaged: { title: 'Die Datei ist beschädigt oder unvollständig', next: scanAgain },
  encrypted: {
    title: 'Das Dokument ist mit einem Kennwort geschützt',
    next: 'Bitten Sie um eine Kopie ohne Kennwort, oder lehnen Sie die Datei ab.',
  },
  picture_too_small: {
    title: 'Das Bild ist sehr klein',
    next: 'Prüfen Sie, ob alles lesbar ist. Wenn nicht, bitten Sie um einen neuen Scan.',
  },
  picture_blank: {
    title: 'Das Bild scheint leer zu sein',
    next: 'Sehen Sie es sich an. Ist es leer, lehnen Sie es ab oder bitten um einen neuen Scan.',
  },
  unreadable: {
    title: 'Die Datei lässt sich nicht lesen',
    next: 'Prüfen Sie die Rechte der Datei. Intray sieht von selbst wieder nach.',
  },
  still_changing: {
    title: 'An der Datei wird noch geschrieben',
    next: 'Sehen Sie nach, ob Scanner oder Kopie hängen. Intray nimmt die Datei, sobald sie zur Ruhe kommt.',
  },
  no_rule: {
    title: 'Der Dateiname sagt nicht, zu wem sie gehört',
    next: 'Geben Sie Entität und Medientyp ein, oder benennen Sie die Datei um.',
  },
  rules_disagree: { title: 'Der Dateiname lässt sich auf mehr als eine Weise lesen', next: enterRight },
  entity_id_malformed: {
    title: 'Die Entitäts-ID enthält Zeichen, die der Endpunkt nicht annimmt',
    next: 'Berichtigen Sie die Entitäts-ID.',
  },
  entity_id_foreign: {
    title: 'Die Entitäts-ID hat nicht die Form Ihrer Organisation',
    next: 'Berichtigen Sie die Entitäts-ID. Stimmt sie trotzdem, geben Sie sie mit einer Begründung frei.',
  },
  entity_unknown: {
    title: 'Der Endpunkt kennt diese Entität nicht',
    next: 'Berichtigen Sie die Entitäts-ID, oder legen Sie die Entität an und sehen Sie noch einmal nach.',
  },
  entity_placeholder: {
    title: 'Die Entität ist nur ein Platzhalter',
    next: 'Legen Sie die Entität erst in Unit21 an und sehen Sie dann noch einmal nach.',
  },
  media_type_missing: { title: 'Der Medientyp ist nicht bekannt', next: 'Wählen Sie den Medientyp.' },
  media_type_unknown: {
    title: 'Dieser Medientyp ist neu',
    next: 'Prüfen Sie die Schreibweise. Stimmt sie, geben Sie die Datei frei, oder nehmen Sie den Typ unter Regeln auf.',
  },
  media_type_implausible: {
    title: 'Diese Art von Datei ist für ihren Medientyp ungewöhnlich',
    next: 'Prüfen Sie den Medientyp, bevor Sie freigeben.',
  },
  media_type_impossible: {
    title: 'Diese Art von Datei kann nicht von diesem Medientyp sein',
    next: 'Berichtigen Sie den Medientyp. Stimmt er trotzdem, geben Sie die Datei mit einer Begründung frei.',
  },
  duplicate_same_entity: {
    title: 'Dieselbe Datei gehört schon zu dieser Entität',
    next: 'Lehnen Sie sie ab, wenn sie dort nicht zweimal stehen soll.',
  },
  duplicate_other_entity: {
    title: 'Dieselbe Datei kam schon für eine andere Entität',
    next: 'Finden Sie heraus, wessen Dokument es ist. Berichtigen Sie die Entität, oder lehnen Sie die Datei ab.',
  },
  duplicate_rejected: {
    title: 'Dieselbe Datei wurde schon einmal abgelehnt',
    next: 'Sehen Sie nach, warum, und lehnen Sie sie wieder ab, wenn das kein Versehen war.',
  },
  same_name_other_content: {
    title: 'Eine andere Datei hatte schon diesen Namen',
    next: 'Prüfen Sie, ob sie zur selben Entität gehört: Scanner vergeben Namen mehrfach.',
  },
  other_side_missing: {
    title: 'Die andere Seite des Dokuments fehlt',
    next: 'Scannen Sie die andere Seite, oder geben Sie diese allein frei.',
  },
  too_many_for_entity: {
    title: 'Ungewöhnlich viele Dateien für eine Entität',
    next: 'Prüfen Sie, ob die Entitäts-ID stimmt und nicht der feste Vorsatz eines Scanners ist.',
  },
  rescan_received: {
    title: 'Das ist der neue Scan, um den gebeten wurde',
    next: 'Vergleichen Sie ihn mit dem abgelehnten.',
  },
  index_row_missing: {
    title: 'Keine Zeile der Indexdatei nennt diese Datei',
    next: 'Ergänzen Sie die Zeile, oder geben Sie Entität und Medientyp hier ein.',
  },
  index_rows_conflict: {
    title: 'Mehrere Zeilen des Index nennen diese Datei mit verschiedenen Werten',
    next: 'Berichtigen Sie die Indexdatei, oder geben Sie die richtigen Werte hier ein.',
  },
  index_disagrees: { title: 'Indexdatei und Dateiname widersprechen sich', next: enterRight },
  index_row_malformed: {
    title: 'Die Zeile der Indexdatei ist nicht zu gebrauchen',
    next: 'Berichtigen Sie die Zeile, oder geben Sie die richtigen Werte hier ein.',
  },
  index_row_changed: {
    title: 'Die Indexzeile wurde geändert, nachdem sie gebraucht war',
    next: 'Vergleichen Sie beide Werte. Was schon gesendet ist, bleibt, wie es gesendet wurde.',
  },
  index_row_without_file: {
    title: 'Der Index nennt Dateien, die nie kamen',
    next: 'Scannen Sie die fehlenden Dateien, oder berichtigen Sie die Indexdatei. Lehnen Sie die Indexdatei ab, um nicht länger zu warten.',
  },
  index_unreadable: {
    title: 'Die Indexdatei lässt sich nicht als Tabelle lesen',
    next: 'Berichtigen Sie die Datei, oder legen Sie Zeichensatz, Trennzeichen und Spalten unter Einstellungen, Ordner fest.',
  },
}
