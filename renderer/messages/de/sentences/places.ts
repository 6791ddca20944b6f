import type { placeSentences } from '../../../../electron/shared/sentences/place-sentences.ts'

export const places: typeof placeSentences = {
  place_empty: 'Es ist kein Pfad angegeben.',
  place_absent: 'Dort liegt nichts. Prüfen Sie den Pfad, und ob die Freigabe verbunden ist.',
  place_refused: ({ code }) =>
    `Das System lässt Intray dort nicht hineinsehen (${code}). Bitten Sie um das Leserecht.`,
  place_no_folder: 'Das ist eine Datei, kein Ordner. Wählen Sie den Ordner, in dem sie liegt.',
  place_no_file: 'Das ist ein Ordner, keine Datei. Ergänzen Sie den Namen einer Datei.',
  place_unwritable: ({ code }) =>
    `Intray darf dort nicht schreiben (${code}). Bitten Sie um das Schreibrecht oder wählen Sie einen anderen Ort.`,
  place_readable: ({ count }) =>
    `Intray kann ihn lesen. Darin ${count === 1 ? 'liegt 1 Eintrag' : `liegen ${String(count)} Einträge`}.`,
  place_readable_many: ({ count }) =>
    `Intray kann ihn lesen. Darin liegen mehr als ${String(count)} Einträge.`,
  place_writable: 'Intray kann dort schreiben: Eine Testdatei wurde geschrieben und wieder entfernt.',
  place_appendable: 'Intray kann in diese Datei schreiben. Es wurde nichts geschrieben.',
  place_file_creatable: 'Die Datei entsteht mit der ersten Zeile; Intray kann in ihren Ordner schreiben.',
}
