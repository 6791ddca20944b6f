import type { folders as english } from '../en/folders.ts'
import { countOf, formatCount } from './plural.ts'

export const folders: typeof english = {
  title: 'Ordner',
  summary: (count: number, troubled: number) =>
    troubled === 0
      ? `Alles in Ordnung in ${countOf(count, 'Ordner', 'Ordnern')}`
      : `${formatCount(troubled)} von ${countOf(count, 'Ordner', 'Ordnern')}: bitte nachsehen`,
  compare: 'Jetzt vergleichen',
  comparing: 'Wird verglichen…',
  compareHint: 'Vergleicht jeden Ordner Datei für Datei mit dem Journal',
  compared: 'Jeder Ordner wurde mit dem Journal verglichen',
  notCompared: 'Die Ordner ließen sich nicht vergleichen',
  emptyTitle: 'Kein Ordner wird überwacht',
  emptyWords: 'Fügen Sie den Ordner hinzu, in den Scans gelegt werden.',
  openSettings: 'Ordnereinstellungen',
  show: 'Ordner zeigen',
  conditions: {
    well: 'In Ordnung',
    polled: 'Nur verglichen',
    unread: 'Noch nicht gelesen',
    unreachable: 'Nicht erreichbar',
    unaccounted: 'Ungeklärt',
  },
  health: 'Wie es ihm geht',
  reachable: 'Erreichbar seit',
  notReachable: 'Nicht erreichbar',
  lastRead: (when: string) => `Zuletzt ganz gelesen: ${when}.`,
  neverRead: 'Er wurde nicht gelesen, seit Intray läuft.',
  delivery: 'Änderungen kommen',
  deliveries: { events: 'Sofort', comparison_only: 'Nur durch Vergleichen' },
  lastEvent: 'Letzte gemeldete Änderung',
  noEvent: 'Noch keine',
  lastComparison: 'Letzter Vergleich',
  took: (duration: string) => `dauerte ${duration}`,
  notCompletedYet: 'Noch keiner',
  backlog: 'In Arbeit',
  backlogCount: (count: number) => (count === 0 ? 'Nichts' : countOf(count, 'Datei', 'Dateien')),
  free: 'Freier Platz',
  account: 'Rechenschaft',
  accountOf: (folder: string) => `Rechenschaft für ${folder}`,
  accountDays: (days: number) =>
    `Dateien, zuerst gesehen ${days === 1 ? 'am letzten Tag' : `in den letzten ${formatCount(days)} Tagen`}`,
  nothingSeen: (days: number) =>
    `${days === 1 ? 'Am letzten Tag' : `In den letzten ${formatCount(days)} Tagen`} wurde hier keine Datei gesehen.`,
  columns: {
    day: 'Zuerst gesehen',
    seen: 'Gesehen',
    uploaded: 'Hochgeladen',
    waiting: 'Wartend',
    attention: 'Auffällig',
    rejected: 'Abgelehnt',
    ignored: 'Übergangen',
    missing: 'Fehlend',
    unaccounted: 'Ungeklärt',
  },
  total: 'Alle Tage',
  unaccounted: (count: number) => `${formatCount(count)} ungeklärt`,
  unaccountedOnDisk: (count: number) =>
    `${countOf(count, 'Datei liegt', 'Dateien liegen')} im Ordner, aber nicht im Journal.`,
  showInHistory: (count: number, part: string) => `${formatCount(count)} ${part}: im Verlauf zeigen`,
  moreDays: (count: number) => `Alle ${formatCount(count)} Tage`,
  ignoredHeading: 'Nicht aufgenommen, nach Grund',
  noReason: 'Kein Grund ist verzeichnet.',
  byPattern: (pattern: string) => `Der Name passt auf „${pattern}“, was die Einstellungen auslassen.`,
  reasonCount: (count: number) => countOf(count, 'Datei', 'Dateien'),
  former: 'Nicht mehr überwacht',
}
