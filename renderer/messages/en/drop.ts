import { countOf } from './plural.ts'

/** Files that are dragged onto the window, or added by a dialog. */
export const drop = {
  here: 'Drop to add here',
  hereWords: 'The files are copied into the folder. The originals stay where they are.',
  chooseTarget: 'Drop onto a folder',
  noFolder: 'No folder is watched',
  noFolderWords: 'Add a folder in Settings, then drop files here.',
  addFiles: 'Add files…',
  chooseTitle: 'Add files to which folder?',
  chooseWords: 'The files are copied there. The originals stay where they are.',
  copied: (count: number) => `${countOf(count, 'file', 'files')} added`,
  refused: (count: number) => `${countOf(count, 'file was', 'files were')} not taken`,
  /** One line for each file that was not taken, and how many more there are. */
  refusedWords: (lines: readonly { name: string; words: string }[], more: number) =>
    [
      ...lines.map(({ name, words }) => `${name}: ${words}`),
      ...(more > 0 ? [`And ${countOf(more, 'more', 'more')}.`] : []),
    ].join('\n'),
  failed: 'The files could not be added',
}
