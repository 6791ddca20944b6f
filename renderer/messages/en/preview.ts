import { formatCount } from '../../format/number.ts'

/** The preview's own words. What the shell refuses is told in the words of the error catalogue. */
export const preview = {
  label: 'Preview',
  loading: 'Loading the preview…',
  pictureAlt: (name: string) => `Scan ${name}`,
  pageAlt: (name: string, page: number) => `Scan ${name}, page ${page}`,
  movable: 'Picture. The arrow keys move it while it is larger than the pane.',

  tools: 'Picture tools',
  toggleZoom: 'Actual size or fit',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  turnLeft: 'Turn left',
  turnRight: 'Turn right',
  scale: (percent: number) => `${formatCount(percent)} %`,
  fitted: (percent: number) => `Fit, ${formatCount(percent)} %`,
  pixels: (width: number, height: number) => `${formatCount(width)} × ${formatCount(height)} pixels`,

  pages: 'Pages',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageOf: (page: number, count: number) => `Page ${formatCount(page)} of ${formatCount(count)}`,
  pageBroken: 'This page is damaged and cannot be shown.',

  textLabel: (name: string) => `Text of ${name}`,
  encoding: (name: string) => `Read as ${name}`,
  textCut: (size: string) => `Only the first ${size} are shown.`,
  textEmpty: 'The file holds no text.',

  videoLabel: (name: string) => `Video ${name}`,

  openOutside: 'Open with the system’s program',
  tryAgain: 'Try again',

  problems: {
    broken: {
      title: 'This file cannot be shown',
      words: 'It is damaged or incomplete, or it is not what its name says.',
    },
    protected: {
      title: 'This PDF asks for a password',
      words: 'Ask for a copy without a password.',
    },
    not_playable: {
      title: 'This video cannot be played here',
      words: 'It is damaged, or its coding is not known to Intray. The system’s program may play it.',
    },
    no_viewer: {
      title: 'No preview for this kind of file',
      words: 'Look at it with the system’s program before you decide.',
    },
    too_slow: {
      title: 'The preview took too long',
      words: 'It was stopped so that you can go on. The file itself was not changed.',
    },
    unreachable: {
      title: 'The preview could not be loaded',
      words: 'Intray’s own server for previews did not answer.',
    },
    too_big: {
      title: 'The picture is too large to be shown here',
      words: (width: number, height: number) =>
        `It has ${formatCount(width)} × ${formatCount(height)} pixels. The system’s program may show it.`,
    },
  },
}
