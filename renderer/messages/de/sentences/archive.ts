import type { archiveSentences } from '../../../../electron/shared/sentences/archive-sentences.ts'

export const archive: typeof archiveSentences = {
  uploads_stay: ({ reason }) =>
    `Hochgeladene Dateien bleiben, wo sie sind: ${reason} Intray versucht es von selbst noch einmal.`,
  uploads_stay_some: ({ count, reason }) =>
    `${count === 1 ? '1 hochgeladene Datei bleibt' : `${String(count)} hochgeladene Dateien bleiben`} im Ordner: ${reason} Intray versucht es von selbst noch einmal.`,
  trash_needs_application:
    'Hochgeladene Dateien bleiben, wo sie sind: Nur die Anwendung mit Fenster kann den Papierkorb des Systems benutzen.',

  trash_gives_no_reason: 'Das System sagt nicht, warum.',
  trash_answers_late: 'Die Anwendung mit Fenster hat nicht rechtzeitig geantwortet.',
  trash_refused: ({ reason }) => `Der Papierkorb des Systems nahm sie nicht an: ${reason}`,
  trash_left_it: 'Sie liegt noch dort, nachdem sie in den Papierkorb des Systems ging.',
  folder_away: 'Der Ordner ist nicht erreichbar.',
  archive_away: 'Das Archiv ist nicht da.',
  archive_in_folder: ({ name }) => `Das Archiv liegt im überwachten Ordner „${name}“ oder um ihn herum.`,
  archive_names_taken: 'Jeder Name für sie ist im Archiv schon vergeben.',
  archived_is_not_sent: 'Die Datei im Archiv ist nicht, was gesendet wurde.',
  copy_differs: 'Die Kopie im Archiv gleicht der Datei nicht.',
  link_in_the_way: ({ name }) => `„${name}“ auf ihrem Weg ist eine Verknüpfung oder eine Datei, kein Ordner.`,
  archive_path_too_long: 'Ihr Pfad im Archiv ist länger, als das System erlaubt.',
  archive_disk_full: 'Der Datenträger des Archivs ist voll.',
  archive_quota_used_up: 'Auf dem Datenträger des Archivs ist für diesen Benutzer kein Platz mehr.',
  disk_read_only: 'Der Datenträger lässt sich nur lesen.',
  move_refused: ({ code }) => `Das System lässt Intray keine Dateien dorthin verschieben (${code}).`,
  ledger_unusable: ({ code }) => `Das Journal ist nicht zu benutzen (${code}).`,
  unexpected_in_log: 'Etwas Unerwartetes ist geschehen. Es steht im Protokoll.',
  system_says: ({ code }) => `Das System meldet ${code}.`,
}
