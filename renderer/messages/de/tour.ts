import type { tour as english } from '../en/tour.ts'

export const tour: typeof english = {
  label: 'Rundgang durch das Fenster',
  start: 'Rundgang',
  position: (step: number, total: number) => `${step} von ${total}`,
  next: 'Weiter',
  back: 'Zurück',
  end: 'Rundgang beenden',
  done: 'Fertig',
  steps: {
    queue: {
      title: 'Was auf Sie wartet',
      words: (next: string, previous: string) =>
        next === '' || previous === ''
          ? 'Jeder Scan Ihrer Ordner, den ein Mensch ansehen soll. Ein Klick führt zu jedem.'
          : `Jeder Scan Ihrer Ordner, den ein Mensch ansehen soll. Mit ${next} und ${previous} oder einem Klick gehen Sie hindurch.`,
    },
    picture: {
      title: 'Der Scan',
      words:
        'Das Mausrad vergrößert, Ziehen verschiebt. Die Werkzeuge darunter drehen, hellen auf und vergleichen.',
    },
    facts: {
      title: 'Wessen er ist, und Ihre Entscheidung',
      words: (approve: string, reject: string, undo: string) =>
        approve === '' || reject === '' || undo === ''
          ? 'Entität und Medientyp, wie der Name sie nennt. Die Knöpfe darunter geben frei und lehnen ab; die letzte Entscheidung lässt sich zurücknehmen, bis die Datei gesendet ist.'
          : `Entität und Medientyp, wie der Name sie nennt. ${approve} gibt frei, ${reject} lehnt ab, und ${undo} nimmt die letzte Entscheidung zurück, bis die Datei gesendet ist.`,
    },
    problems: {
      title: 'Was zurückgehalten ist',
      words:
        'Dateien, die so nicht gehen können, nach Ursache und mit dem Ausweg. Nichts wird je stillschweigend übergangen.',
    },
    history: {
      title: 'Was mit jeder Datei geschah',
      words:
        'Suchen Sie nach Name, Entität oder Person und lesen Sie die ganze Geschichte einer Datei, mit Beweis.',
    },
    folders: {
      title: 'Ob etwas fehlt',
      words:
        'Über jede Datei, die je gesehen wurde, wird hier Rechenschaft gegeben. Die Zahl, auf die es ankommt, ist: 0 ungeklärt.',
    },
    connect: {
      title: 'Wenn Sie so weit sind',
      words: 'All das ist Übung: Nichts verlässt diesen Computer. Den Echtbetrieb richten Sie hier oben ein.',
    },
  },
}
