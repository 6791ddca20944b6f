import type { fileSentences, KnownSystemCode } from '../../../../electron/shared/sentences/file-sentences.ts'
import { quote } from './wording.ts'

export const files: typeof fileSentences = {
  system_refused: ({ code }) => `${systemInWords(code)} (${code}).`,
  no_plain_file: ({ path }) => `${path}: Dort ist keine Datei, sondern ein Gerät oder eine Pipe.`,
  system_refused_at: ({ path, code }) => `${path}: ${systemInWords(code)} (${code}).`,
  file_is_link: 'Das ist eine Verknüpfung mit einem anderen Ort. Intray nimmt nur die Dateien selbst.',
  file_is_folder: 'Das ist ein Ordner.',
  file_is_device: 'Das ist eine Pipe oder ein Gerät.',
  file_changed_while_read: 'Die Datei änderte sich, während sie gelesen wurde.',
  not_regular_file: 'Das ist keine gewöhnliche Datei.',

  drop_lies_here: 'Sie liegt schon in diesem Ordner.',
  drop_no_room: 'Auf dem Datenträger des Ordners ist nicht genug Platz für sie.',
  drop_ignored: ({ pattern }) =>
    `Dateien mit diesem Namen werden nie genommen: Die Einstellungen übergehen ${quote(pattern)}.`,
  drop_folder: 'Das ist ein Ordner. Ziehen Sie die Dateien darin herüber.',
  drop_link: 'Das ist eine Verknüpfung. Ziehen Sie die Datei herüber, auf die sie zeigt.',
  drop_unfinished:
    'An ihr wird noch geschrieben. Ziehen Sie sie noch einmal herüber, wenn sie vollständig ist.',
  drop_names_taken: 'Jeder Name für sie ist im Ordner schon vergeben.',
  drop_gone: 'Sie ist nicht mehr da.',
  drop_failed: ({ code }) => `Sie ließ sich nicht kopieren (${code}).`,
}

const systemWords: Readonly<Record<KnownSystemCode, string>> = {
  EACCES: 'Der Zugriff ist nicht erlaubt',
  EPERM: 'Der Zugriff ist nicht erlaubt',
  EBUSY: 'Ein anderes Programm benutzt sie gerade',
  EIO: 'Der Datenträger oder das Netz meldete einen Fehler',
  ELOOP: 'Das ist eine Verknüpfung mit einem anderen Ort',
  EMFILE: 'Zu viele Dateien sind geöffnet',
  ENFILE: 'Zu viele Dateien sind geöffnet',
  ENOENT: 'Dort ist nichts',
  ENOTDIR: 'Dort ist kein Ordner',
  EISDIR: 'Dort ist ein Ordner',
  EROFS: 'Dort lässt sich nichts schreiben',
  ENOSPC: 'Der Datenträger ist voll',
  ENAMETOOLONG: 'Der Name oder der Pfad ist zu lang',
  ETIMEDOUT: 'Es kam keine Antwort in der vorgesehenen Zeit',
  EHOSTDOWN: 'Der andere Computer antwortet nicht',
}

function systemInWords(code: string): string {
  const words: Readonly<Record<string, string>> = systemWords
  return Object.hasOwn(words, code) ? (words[code] ?? '') : 'Das System verweigerte es'
}
