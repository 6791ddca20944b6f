import type { words as english } from '../en/words.ts'
import { countOf } from './plural.ts'

export const words: typeof english = {
  dismiss: 'Ausblenden',
  close: 'Schließen',
  cancel: 'Abbrechen',
  undo: 'Zurücknehmen',
  retry: 'Noch einmal',
  back: 'Zurück',
  show: 'Zeigen',
  loading: 'Wird geladen…',
  notLoaded: 'Das ließ sich noch nicht laden. Intray versucht es bei der nächsten Änderung wieder.',
  engineStopped: 'Solange der Dienst steht, lässt sich nichts zeigen. Diese Ansicht kommt mit ihm wieder.',
  none: 'Keine',
  unknown: 'Nicht bekannt',
  copy: (what: string) => `${what} kopieren`,
  copied: (what: string) => `${what} kopiert`,
  andMore: (count: number) => `Und ${countOf(count, 'weiterer', 'weitere')}.`,
  dayUnit: 'Tg.',
  severity: { block: 'Zurückgehalten', warn: 'Prüfen', info: 'Hinweis' },
}
