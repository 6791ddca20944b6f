/** The first-run tour of the window. */
export const tour = {
  label: 'Tour of the window',
  start: 'Show me around',
  position: (step: number, total: number) => `${step} of ${total}`,
  next: 'Next',
  back: 'Back',
  end: 'End the tour',
  done: 'Done',
  steps: {
    queue: {
      title: 'What waits for you',
      words: (next: string, previous: string) =>
        next === '' || previous === ''
          ? 'Every scan in your folders that a person should look at. A click goes to any of them.'
          : `Every scan in your folders that a person should look at. ${next} and ${previous}, or a click, move through it.`,
    },
    picture: {
      title: 'The scan',
      words: 'Turn the wheel to zoom, drag to move. The tools below it turn, brighten and compare.',
    },
    facts: {
      title: 'Whose it is, and your decision',
      words: (approve: string, reject: string, undo: string) =>
        approve === '' || reject === '' || undo === ''
          ? 'Entity and media type as the name says. The buttons below approve and reject, and the last decision can be taken back until the file is sent.'
          : `Entity and media type as the name says. ${approve} approves, ${reject} rejects, and ${undo} takes the last decision back until the file is sent.`,
    },
    problems: {
      title: 'What is held',
      words:
        'Files that cannot go as they are, by cause, with the way out. Nothing is ever skipped silently.',
    },
    history: {
      title: 'What happened to any file',
      words: 'Search by name, entity or person, and read the whole story of a file, with proof.',
    },
    folders: {
      title: 'Whether anything is missing',
      words: 'Every file that was ever seen is accounted for here. The number that matters is 0 unaccounted.',
    },
    connect: {
      title: 'When you are ready',
      words: 'All of this is practice: nothing leaves this computer. Connect for real up here.',
    },
  },
}
