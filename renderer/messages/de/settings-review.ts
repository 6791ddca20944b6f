import type * as english from '../en/settings-review.ts'
import { countOf } from './plural.ts'

export const review: typeof english.review = {
  lead: 'Wie entschieden wird, und wer es darf.',
  undo: 'Zurücknehmen',
  grace: 'Bedenkzeit vor dem Senden (Sekunden)',
  graceHint: (undo: string) =>
    `So lange wartet eine freigegebene Datei, und die Freigabe lässt sich ${undo === '' ? '' : `mit ${undo} `}zurücknehmen. 0: Sie wird sofort gesendet.`,
  reject: 'Ablehnen',
  reasons: 'Gründe zur Auswahl',
  reasonsHint: 'Einer in jeder Zeile. Jeder andere Grund lässt sich eintippen.',
  two: 'Vier Augen',
  twoWords: 'Eine zweite Person muss ebenfalls freigeben. Auch Ordner können das verlangen.',
  twoTypes: 'Für diese Medientypen',
  twoTypesHint: 'Einer in jeder Zeile, so wie sie gesendet werden. Leer: nur wo ein Ordner es verlangt.',
  operators: {
    heading: 'Wer entscheiden darf',
    words:
      'Ohne Namen entscheidet, wer an diesem Computer sitzt. Mit Namen meldet sich jeder mit einer PIN an, und jede Entscheidung trägt den Namen.',
    empty: 'Niemand ist genannt. Entscheidungen tragen den Namen von oben oder das Konto dieses Systems.',
    add: 'Person hinzufügen…',
    addTitle: 'Person hinzufügen',
    pinTitle: (name: string) => `Neue PIN für ${name}`,
    pinWords: 'Sie lässt sich nicht wieder lesen, nur neu setzen.',
    name: 'Name',
    pin: 'PIN',
    pinHint: 'Mindestens vier Zeichen.',
    repeat: 'PIN wiederholen',
    notSame: 'Die beiden sind nicht gleich.',
    tooShort: 'Mindestens vier Zeichen.',
    nameMissing: 'Geben Sie einen Namen ein.',
    nameTaken: 'Dieser Name steht schon in der Liste.',
    change: 'Neue PIN…',
    changeLabel: (name: string) => `Neue PIN für ${name}`,
    removeLabel: (name: string) => `${name} entfernen`,
    set: 'PIN setzen',
    failed: 'Die PIN wurde nicht gesetzt',
    onSave: 'Das gilt, sobald Sie speichern.',
    count: (count: number) => countOf(count, 'Person', 'Personen'),
  },
}

export const folderReview: typeof english.folderReview = {
  second: 'Zwei Personen müssen freigeben',
  secondHint: 'Jede Datei dieses Ordners, gleich welchen Medientyps.',
  repair: 'Bilder über 5 MB',
  repairs: {
    ask: {
      label: 'Kleinere Fassung vorschlagen',
      description: 'Ein Mensch vergleicht sie mit dem Original und entscheidet.',
    },
    automatic: {
      label: 'Kleinere Fassung machen',
      description: 'Wo wenig verloren geht, gilt sie von selbst; sonst wird gefragt.',
    },
    off: { label: 'Zurückhalten', description: 'Es wird keine kleinere Fassung vorgeschlagen.' },
  },
}
