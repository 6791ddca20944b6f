import type { drop as english } from '../en/drop.ts'
import { countOf } from './plural.ts'

export const drop: typeof english = {
  here: 'Hier ablegen',
  hereWords: 'Die Dateien werden in den Ordner kopiert. Die Originale bleiben, wo sie sind.',
  chooseTarget: 'Auf einen Ordner ablegen',
  noFolder: 'Kein Ordner wird überwacht',
  noFolderWords: 'Fügen Sie in den Einstellungen einen Ordner hinzu und legen Sie Dateien dann hier ab.',
  addFiles: 'Dateien hinzufügen…',
  chooseTitle: 'In welchen Ordner sollen die Dateien?',
  chooseWords: 'Die Dateien werden dorthin kopiert. Die Originale bleiben, wo sie sind.',
  copied: (count: number) => `${countOf(count, 'Datei', 'Dateien')} hinzugefügt`,
  refused: (count: number) => `${countOf(count, 'Datei wurde', 'Dateien wurden')} nicht genommen`,
  refusedWords: (lines: readonly { name: string; words: string }[], more: number) =>
    [
      ...lines.map(({ name, words }) => `${name}: ${words}`),
      ...(more > 0 ? [`Und ${countOf(more, 'weitere', 'weitere')}.`] : []),
    ].join('\n'),
  failed: 'Die Dateien ließen sich nicht hinzufügen',
}
