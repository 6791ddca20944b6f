import type { reasonSentences } from '../../../../electron/shared/sentences/reason-sentences.ts'

export const reasons: typeof reasonSentences = {
  index_file: 'Index-Datei.',
  slip_for_rescan: 'Ein Zettel, der um einen neuen Scan bittet.',
  replaced_by_newer: 'Durch neueren Inhalt unter demselben Namen ersetzt.',
  gone_unfinished: 'Sie war weg, bevor sie vollständig war.',
  pages_became_files: ({ count }) =>
    `Ihre ${String(count)} Seiten wurden zu ${String(count)} Dateien neben ihr, jede für sich.`,
  page_again: ({ path }) => `Sie ist wieder eine Seite von ${path}.`,

  link_not_followed: 'Eine Verknüpfung mit einem anderen Ort. Intray folgt keinen Verknüpfungen.',
  pipe_no_file: 'Eine Pipe zwischen Programmen, keine Datei.',
  socket_no_file: 'Ein Socket zwischen Programmen, keine Datei.',
  device_no_file: 'Ein Gerät, keine Datei.',
  name_not_unicode: ({ bytes }) =>
    `Der Name ist kein gültiges Unicode: ${bytes}. Benennen Sie sie um, damit Intray sie nehmen kann.`,
  look_refused: ({ code }) => `Das System lässt Intray sie nicht ansehen (${code}).`,

  found_after_restore: 'Sie wurde beim Endpunkt gefunden, nachdem das Journal wiederhergestellt worden war.',
  asked_after_restore:
    'Sie war freigegeben. Das Journal wurde wiederhergestellt; deshalb fragt Intray zuerst den Endpunkt, ob sie schon angekommen ist.',
  untold_after_restore: ({ reason }) =>
    `Das Journal wurde wiederhergestellt, und der Endpunkt ließ sich nicht fragen, ob die Datei schon angekommen ist: ${reason}`,
  fewer_than_files: ({ present, needed }) =>
    `Der Endpunkt hat ${String(present)} von ${String(needed)} Dateien dieses Namens.`,
  same_or_other_medium: ({ name }) =>
    `Der Endpunkt hat „${name}“. Es lässt sich nicht sagen, ob das diese Datei ist, wie sie jetzt ist.`,
  look_after_restore: 'Das Journal wurde wiederhergestellt: Sehen Sie dort nach, bevor Sie sie senden.',
}
