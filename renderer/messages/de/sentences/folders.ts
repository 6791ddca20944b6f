import type { EventLimit, folderSentences } from '../../../../electron/shared/sentences/folder-sentences.ts'

export const folders: typeof folderSentences = {
  folder_not_read_yet: 'Der Ordner wurde noch nicht gelesen.',
  changes_come: 'Das System meldet Änderungen: Das Ereignis einer Probedatei kam an.',
  changes_not_asked:
    'Es werden keine Änderungen gemeldet, solange der Ordner nicht überwacht wird oder nicht lesbar ist.',
  changes_in_test: 'Es wird gerade geprüft, ob das System Änderungen meldet.',
  changes_silent: ({ seconds }) =>
    `Für die Probedatei kam innerhalb von ${String(seconds)} s kein Ereignis, wie bei vielen Freigaben.`,
  changes_untestable: ({ code }) =>
    `Intray darf keine Probedatei in den Ordner schreiben (${code}) und kann deshalb nicht prüfen, ob Ereignisse kommen.`,
  changes_of_network: ({ name }) =>
    `Der Ordner liegt auf einem Netzlaufwerk (${name}), wo Änderungen durch andere Computer nicht gemeldet werden.`,
  no_events: ({ code }) =>
    `${limitInWords(code)} (${code}). Änderungen werden durch den regelmäßigen Vergleich gefunden.`,
  compared_often: 'Der Ordner wird stattdessen häufig verglichen.',

  folder_not_watched: 'Dieser Ordner wird nicht überwacht.',
  its_folder_not_watched: 'Ihr Ordner wird nicht mehr überwacht.',
  its_folder_unknown: 'Ihr Ordner ist nicht mehr bekannt.',
  folder_replaced: 'Der Ordner wurde ersetzt, während er gelesen wurde.',
  folder_elsewhere:
    'Auf diesem Pfad liegt ein anderer Datenträger, ohne die Dateien, die hier waren. Nichts gilt als fehlend.',
  folder_refused: ({ code }) => `Das System lässt Intray diesen Ordner nicht lesen (${code}).`,
  is_no_folder: ({ name }) => `„${name}“ ist kein Ordner.`,
  in_trash: 'Sie liegt im Papierkorb des Systems.',
}

const eventLimits: Readonly<Record<EventLimit, string>> = {
  ENOSPC: 'Die Zahl der Ordner, die das System überwachen kann, ist erschöpft',
  EMFILE: 'Die Zahl der offenen Dateien ist erschöpft',
  ENFILE: 'Die Zahl der Dateien, die das System öffnen kann, ist erschöpft',
}

function limitInWords(code: string): string {
  const words: Readonly<Record<string, string>> = eventLimits
  return Object.hasOwn(words, code)
    ? (words[code] ?? '')
    : 'Das System meldet keine Änderungen in diesem Ordner'
}
