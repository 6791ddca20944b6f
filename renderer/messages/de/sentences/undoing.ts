import type { undoSentences } from '../../../../electron/shared/sentences/undo-sentences.ts'

export const undoing: typeof undoSentences = {
  no_decision_to_undo: 'Es gibt keine Entscheidung über sie, die sich zurücknehmen ließe.',
  decision_is_final: 'Diese Entscheidung lässt sich nicht zurücknehmen.',
  story_unreadable: 'Ihr Verlauf lässt sich nicht lesen.',
  new_scan_came: 'Der neue Scan ist schon gekommen.',
  put_away_after_upload: 'Ihre Datei ist abgelegt, wie nach jedem Upload.',

  since_sending: 'Sie wird gerade gesendet.',
  since_sent: 'Sie wurde gesendet, oder es wurde versucht.',
  since_asked: 'Seitdem wurde der Endpunkt nach ihr gefragt.',
  since_read: 'Sie wurde seitdem neu gelesen.',
  since_moved: 'Ihre Datei wurde seitdem verschoben oder umbenannt.',
  since_missing: 'Ihre Datei ist weg.',
  since_returned: 'Ihre Datei war seitdem weg und kam zurück.',
  since_superseded: 'An ihrer Stelle liegt eine andere Datei.',
  since_archived: 'Ihre Datei wurde nach dem Upload abgelegt.',
  since_restored: 'Das Journal wurde seitdem wiederhergestellt.',
  since_erased: 'Ihre personenbezogenen Werte wurden gelöscht.',

  page_was_sent: ({ path }) => `Ihre Seite ${path} wurde gesendet, oder es wurde versucht.`,
  page_is_read: ({ path }) => `Ihre Seite ${path} wird noch gelesen.`,
  pages_are_read: 'Ihre Seiten werden noch gelesen.',
  pages_stay: 'Das Bild selbst ist weg oder wurde geändert; seine Seiten bleiben.',
  page_names_taken: 'Jeder Name für die Seite ist schon vergeben.',
}
