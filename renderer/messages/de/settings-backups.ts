import type { backups as english } from '../en/settings-backups.ts'
import { formatCount } from './plural.ts'

export const backups: typeof english = {
  heading: 'Sicherungen',
  words:
    'Jeden Tag und vor jeder neuen Version eine Kopie, geprüft, bevor sie zählt. Ein beschädigtes Journal wird aus der neuesten wiederhergestellt.',
  last: 'Letzte Sicherung',
  never: 'Noch keine',
  run: 'Jetzt sichern',
  running: 'Wird gesichert…',
  made: 'Das Journal wurde gesichert',
  kept: 'Tägliche Sicherungen, die bleiben',
  keptHint: 'Ältere werden entfernt, sobald eine neuere geprüft ist.',
  list: 'Sicherungen, die neueste zuerst',
  none: 'Es gibt noch keine Sicherung. Die erste entsteht binnen eines Tages.',
  kinds: { daily: 'Täglich', migration: 'Vor einer neuen Version' },
  columns: { made: 'Erstellt', kind: 'Art', size: 'Größe', name: 'Datei' },
  all: (count: number) => `Alle ${formatCount(count)} Sicherungen`,
}
