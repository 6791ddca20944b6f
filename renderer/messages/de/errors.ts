import type { catalogue } from '../en/catalogue.ts'

const nothingChanged = 'Es wurde nichts geändert.'
const tryAgain = 'Intray versucht es von selbst noch einmal.'
const held = 'Die Datei wird zurückgehalten.'
const stopped = 'Alle Uploads sind angehalten. Kein Versuch wurde gezählt.'
const looksFirst =
  'Intray sieht bei der Entität nach, ob sie angekommen ist. Sie wird nie blind noch einmal gesendet.'

/** Was geschehen ist, was Intray jetzt tut, was man selbst tun kann. */
export const errors: (typeof catalogue)['errors'] = {
  rate_limited: {
    happened: 'Der Endpunkt hat Intray gebeten, langsamer zu senden (429).',
    doing: 'Intray wartet so lange, wie verlangt, und versucht es dann noch einmal.',
    next: 'Geschieht das oft, verringern Sie das Tempo in den Einstellungen.',
  },
  entity_busy: {
    happened: 'Die Entität wird gerade von jemand anderem geändert (423).',
    doing: tryAgain,
    next: 'Es ist nichts zu tun.',
  },
  server_error: {
    happened: 'Der Endpunkt meldet einen eigenen Fehler.',
    doing: tryAgain,
    next: 'Hält das an, fragen Sie Ihre Ansprechperson bei Unit21.',
  },
  key_refused: {
    happened: 'Der Endpunkt hat den API-Schlüssel nicht angenommen (401).',
    doing: stopped,
    next: 'Prüfen Sie Schlüssel und Umgebung in den Einstellungen und setzen Sie die Uploads dann fort.',
  },
  key_without_permission: {
    happened: 'Der API-Schlüssel darf Entitäten keine Medien hinzufügen (403).',
    doing: stopped,
    next: 'Lassen Sie sich das Recht geben und setzen Sie die Uploads dann fort.',
  },
  key_missing: {
    happened: 'Es gibt noch keinen API-Schlüssel.',
    doing: 'Die Uploads warten.',
    next: 'Geben Sie den Schlüssel in den Einstellungen ein.',
  },
  entity_unknown: {
    happened: 'Der Endpunkt kennt diese Entität nicht (404).',
    doing: held,
    next: 'Berichtigen Sie die Entitäts-ID, oder legen Sie die Entität an und versuchen Sie es dann noch einmal.',
  },
  entity_conflict: {
    happened: 'Der Endpunkt weigert sich, diese Entität zu ändern (409).',
    doing: held,
    next: 'Sie ist vielleicht nur ein Platzhalter: Legen Sie sie erst an und versuchen Sie es dann noch einmal.',
  },
  request_refused: {
    happened: 'Der Endpunkt hat die Datei abgelehnt.',
    doing: held,
    next: 'Lesen Sie unten die Worte des Endpunkts, beheben Sie die Ursache und versuchen Sie es noch einmal.',
  },
  file_too_large_refused: {
    happened: 'Der Endpunkt oder ein Proxy davor hat die Datei als zu groß abgelehnt (413).',
    doing: held,
    next: 'Scannen Sie sie mit geringerer Auflösung.',
  },
  refused_in_batch: {
    happened: 'Der Endpunkt hat die Anfrage abgelehnt, in der diese Datei mit anderen gereist ist.',
    doing: 'Intray sendet jede von ihnen einzeln. Dieser Versuch zählt nicht.',
    next: 'Es ist nichts zu tun.',
  },
  attempts_used_up: {
    happened: 'Alle erlaubten Versuche sind gescheitert.',
    doing: held,
    next: 'Prüfen Sie die Verbindung und versuchen Sie es dann noch einmal.',
  },
  redirect_refused: {
    happened:
      'Die Antwort war eine Umleitung auf eine andere Adresse. Intray folgt ihr mit dem API-Schlüssel nicht.',
    doing: stopped,
    next: 'Melden Sie sich am Netz an, falls es das verlangt, prüfen Sie die Basisadresse in den Einstellungen und setzen Sie die Uploads dann fort.',
  },
  not_the_endpoint: {
    happened: 'Die Antwort kam nicht vom Endpunkt, vielleicht von einem Proxy oder einer Anmeldeseite.',
    doing: 'Intray zählt das nicht als hochgeladen und sendet die Datei nicht blind noch einmal.',
    next: 'Melden Sie sich am Netz an und sehen Sie dann nach, ob die Datei angekommen ist.',
  },
  no_answer: {
    happened: 'Die Datei wurde gesendet, und es kam keine Antwort.',
    doing: looksFirst,
    next: 'Kann Intray es nicht herausfinden, entscheiden Sie hier, was zutrifft.',
  },
  interrupted: {
    happened: 'Intray wurde beendet, während die Datei gesendet wurde.',
    doing: looksFirst,
    next: 'Kann Intray es nicht herausfinden, entscheiden Sie hier, was zutrifft.',
  },
  connection_failed: {
    happened: 'Der Endpunkt ist nicht zu erreichen.',
    doing: `Es wurde nichts gesendet. ${tryAgain}`,
    next: 'Prüfen Sie das Netz und die Basisadresse.',
  },
  tls_failed: {
    happened: 'Die Verbindung ist nicht sicher: Das Zertifikat des Endpunkts wurde nicht angenommen.',
    doing: 'Alle Uploads sind angehalten. Es wurde nichts gesendet.',
    next: 'Prüfen Sie das Datum dieses Computers, den Proxy und die Basisadresse. Die Einzelheiten nennen die Ursache.',
  },
  stopped_before_sending: {
    happened: 'Der Upload wurde angehalten, bevor etwas gesendet war.',
    doing: `Es wurde nichts gesendet. ${tryAgain}`,
    next: 'Es ist nichts zu tun.',
  },
  entity_id_unsafe: {
    happened: 'Keine Adresse kann diese Entitäts-ID tragen.',
    doing: `Es wurde nichts gesendet. ${held}`,
    next: 'Berichtigen Sie die Entitäts-ID.',
  },
  content_changed: {
    happened: 'Die Datei hat sich nach ihrer Prüfung geändert.',
    doing: 'Es wurde nichts gesendet. Der neue Inhalt kommt in die Prüfung.',
    next: 'Prüfen Sie den neuen Inhalt.',
  },
  file_missing: {
    happened: 'Die Datei ist nicht mehr, wo sie war.',
    doing: 'Es wurde nichts gesendet. Intray nimmt sie wieder auf, sobald sie zurückkommt.',
    next: 'Legen Sie die Datei zurück.',
  },
  file_unreadable: {
    happened: 'Die Datei lässt sich nicht öffnen.',
    doing: tryAgain,
    next: 'Prüfen Sie die Rechte der Datei und ihres Ordners.',
  },
  ledger_from_future: {
    happened: 'Das Journal stammt von einer neueren Version von Intray.',
    doing: nothingChanged,
    next: 'Installieren Sie die neuere Version.',
  },
  ledger_damaged: {
    happened: 'Das Journal ist beschädigt.',
    doing:
      'Eine Datei, die nicht zu lesen ist, wird beiseitegelegt, und die neueste gute Sicherung tritt an ihre Stelle.',
    next: 'Prüfen Sie den Datenträger. „intray verify“ sagt, ob sich der Verlauf beweisen lässt.',
  },
  ledger_locked: {
    happened: 'Ein anderes Intray arbeitet schon an diesem Journal.',
    doing: nothingChanged,
    next: 'Nehmen Sie das laufende, oder schließen Sie es zuerst.',
  },
  ledger_unwritable: {
    happened: 'Das Journal lässt sich nicht beschreiben.',
    doing: 'Intray pausiert. Nichts geht verloren.',
    next: 'Prüfen Sie den freien Platz und die Rechte des Datenordners.',
  },
  disk_full: {
    happened: 'Der Datenträger ist voll.',
    doing: 'Intray pausiert. Nichts geht verloren.',
    next: 'Schaffen Sie Platz.',
  },
  backup_refused: {
    happened: 'Diese Sicherung des Journals ist nicht zu gebrauchen.',
    doing: nothingChanged,
    next: 'Wählen Sie eine andere: „intray backups“ nennt sie.',
  },
  folder_unreachable: {
    happened: 'Ein überwachter Ordner lässt sich nicht lesen.',
    doing: 'Intray sieht von selbst wieder nach. Seine Dateien behalten ihren Zustand.',
    next: 'Prüfen Sie den Pfad, das Netzlaufwerk und die Rechte.',
  },
  stale_item: {
    happened: 'Der Eintrag hat sich inzwischen geändert.',
    doing: nothingChanged,
    next: 'Sehen Sie ihn sich noch einmal an und wiederholen Sie Ihre Entscheidung.',
  },
  arrived_later: {
    happened: 'Der Eintrag kam erst dazu, als Sie schon gefragt worden waren.',
    doing: nothingChanged,
    next: 'Sehen Sie ihn sich an und entscheiden Sie auch über ihn.',
  },
  stale_rules: {
    happened: 'Die Regeln wurden inzwischen von jemand anderem geändert.',
    doing: nothingChanged,
    next: 'Sehen Sie sich die jetzt gültigen Regeln an und wiederholen Sie Ihre Änderung.',
  },
  text_file_failed: {
    happened: 'Die Datei ließ sich nicht lesen oder schreiben.',
    doing: nothingChanged,
    next: 'Prüfen Sie die Datei und ihre Rechte, oder wählen Sie eine andere.',
  },
  rescan_slip_unwritable: {
    happened: 'Der Zettel, der um einen neuen Scan bittet, ließ sich nicht schreiben.',
    doing: 'Die Datei ist trotzdem abgelehnt. Intray versucht es beim nächsten Start noch einmal.',
    next: 'Prüfen Sie die Rechte des Ordners und bitten Sie persönlich um den neuen Scan.',
  },
  transition_refused: {
    happened: 'Das ist im jetzigen Zustand des Eintrags nicht möglich.',
    doing: nothingChanged,
    next: 'Sehen Sie sich den Zustand des Eintrags an.',
  },
  item_not_found: {
    happened: 'Einen solchen Eintrag gibt es im Journal nicht.',
    doing: nothingChanged,
    next: 'Prüfen Sie die Nummer.',
  },
  item_blocked: {
    happened: 'Ein Befund hält diese Datei zurück.',
    doing: nothingChanged,
    next: 'Beheben Sie, was der Befund nennt, oder lehnen Sie die Datei ab.',
  },
  settings_invalid: {
    happened: 'Die Einstellungen sind nicht gültig.',
    doing: nothingChanged,
    next: 'Berichtigen Sie die genannten Felder.',
  },
  settings_unwritable: {
    happened: 'Die Einstellungsdatei lässt sich nicht beschreiben.',
    doing: nothingChanged,
    next: 'Prüfen Sie die Rechte der Einstellungsdatei.',
  },
  input_invalid: {
    happened: 'Ein Aufruf hatte eine ungültige Eingabe.',
    doing: nothingChanged,
    next: 'Versuchen Sie es noch einmal. Geschieht es wieder, senden Sie uns das Protokoll.',
  },
  preview_unavailable: {
    happened: 'Von dieser Datei gibt es keine Vorschau.',
    doing: nothingChanged,
    next: 'Öffnen Sie sie mit dem Programm des Systems.',
  },
  engine_unavailable: {
    happened: 'Der Dienst läuft nicht.',
    doing: 'Intray startet ihn von selbst neu.',
    next: 'Warten Sie einen Augenblick und versuchen Sie es noch einmal.',
  },
  query_refused: {
    happened: 'Die Suche ließ sich nicht lesen.',
    doing: nothingChanged,
    next: 'Berichtigen Sie, was genannt ist.',
  },
  operator_needed: {
    happened: 'Niemand ist angemeldet.',
    doing: nothingChanged,
    next: 'Melden Sie sich mit Ihrer PIN an und wiederholen Sie die Entscheidung.',
  },
  pin_refused: {
    happened: 'Die PIN stimmt nicht.',
    doing: 'Niemand ist angemeldet. Nach jeder falschen PIN dauert es länger bis zum nächsten Versuch.',
    next: 'Versuchen Sie es noch einmal. Haben Sie die PIN vergessen, lässt sich in den Einstellungen eine neue setzen.',
  },
  second_reviewer_needed: {
    happened: 'Zwei verschiedene Personen müssen diese Datei freigeben.',
    doing: 'Ihre Freigabe ist festgehalten. Die Datei wartet auf die zweite.',
    next: 'Lassen Sie sie von jemand anderem freigeben.',
  },
  undo_refused: {
    happened: 'Die Entscheidung lässt sich nicht mehr zurücknehmen.',
    doing: nothingChanged,
    next: 'Sehen Sie sich den Eintrag an: Was seither geschah, steht in seinem Verlauf.',
  },
  repair_refused: {
    happened: 'Von dieser Datei lässt sich keine kleinere Fassung machen.',
    doing: 'Die Datei bleibt, wie sie ist.',
    next: 'Bitten Sie um einen neuen Scan mit geringerer Auflösung.',
  },
  repair_missing: {
    happened: 'Die kleinere Fassung dieses Bildes ist nicht mehr da.',
    doing: `${held} Es wurde nichts gesendet.`,
    next: 'Machen Sie die kleinere Fassung neu, sehen Sie sie an und geben Sie sie frei.',
  },
  bundle_refused: {
    happened: 'Diese Datei ist kein versiegeltes Beweispaket, das Intray lesen kann.',
    doing: nothingChanged,
    next: 'Wählen Sie das Paket so, wie es ausgegeben wurde.',
  },
  retention_off: {
    happened: 'Das Löschen alter personenbezogener Werte ist nicht eingeschaltet.',
    doing: nothingChanged,
    next: 'Sehen Sie nach, was es löschen würde, und schalten Sie es in den Einstellungen ein.',
  },
  profile_unknown: {
    happened: 'Ein solches Profil gibt es nicht.',
    doing: nothingChanged,
    next: 'Sehen Sie sich die Profile in den Einstellungen an.',
  },
  command_invalid: {
    happened: 'Intray hat diesen Befehl nicht verstanden.',
    doing: nothingChanged,
    next: 'Mit --help sehen Sie, was er annimmt.',
  },
  ledger_missing: {
    happened: 'Hier gibt es noch kein Journal.',
    doing: nothingChanged,
    next: 'Prüfen Sie Datenordner und Modus, oder beginnen Sie mit „intray run“.',
  },
  key_file_refused: {
    happened: 'Die Datei mit dem API-Schlüssel wurde nicht angenommen.',
    doing: nothingChanged,
    next: 'Legen Sie den Schlüssel allein in eine Datei, die nur Sie lesen können (chmod 600).',
  },
  rule_not_found: {
    happened: 'Eine solche Regel gibt es nicht.',
    doing: nothingChanged,
    next: 'Suchen Sie ihre ID mit „intray rules list“.',
  },
  rules_file_refused: {
    happened: 'Die Regeldatei wurde nicht angenommen.',
    doing: nothingChanged,
    next: 'Berichtigen Sie, was genannt ist, und versuchen Sie es noch einmal.',
  },
  examples_refused: {
    happened: 'Die Datei mit Beispielnamen wurde nicht angenommen.',
    doing: nothingChanged,
    next: 'Berichtigen Sie, was genannt ist, und versuchen Sie es noch einmal.',
  },
  output_unwritable: {
    happened: 'Die Ausgabedatei lässt sich nicht schreiben.',
    doing: nothingChanged,
    next: 'Prüfen Sie ihren Ordner, die Rechte und den freien Platz.',
  },
  simulator_not_started: {
    happened: 'Der Simulator lässt sich nicht starten.',
    doing: nothingChanged,
    next: 'Nehmen Sie einen anderen Port oder eine andere Speicherdatei.',
  },
  unexpected: {
    happened: 'Etwas Unerwartetes ist geschehen.',
    doing: 'Es steht im Protokoll. Intray arbeitet weiter.',
    next: 'Geschieht es wieder, senden Sie uns das Protokoll.',
  },
}
