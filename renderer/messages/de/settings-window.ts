import type { windowSettings as english } from '../en/settings-window.ts'

export const windowSettings: typeof english = {
  lead: 'Wie dieses Fenster aussieht und was es meldet. Änderungen gelten sofort und nur auf diesem Computer.',
  language: 'Sprache',
  languageOfSystem: 'Wie dieses System',
  languageChanged: 'Die Sprache wechselt, wenn das Fenster neu geladen wird',
  reload: 'Neu laden',
  appearance: 'Erscheinungsbild',
  appearances: { system: 'Wie dieses System', light: 'Hell', dark: 'Dunkel' },
  look: 'Aussehen',
  notifications: 'Mitteilungen des Systems',
  testNoticeLabel: 'Testen, ob Mitteilungen erscheinen',
  noticeShown:
    'Das System hat eine Mitteilung angenommen. Haben Sie keine gesehen, hält es sie zurück: Sehen Sie unter „Nicht stören“ nach, und bei Intray in den Mitteilungs-Einstellungen des Systems.',
  noticeNotShown:
    'Das System zeigt keine Mitteilung von Intray. Erlauben Sie sie in seinen Mitteilungs-Einstellungen; unter Linux muss ein Mitteilungsdienst laufen.',
  notificationsWords: 'Höchstens eine je Minute und Art, und keine, solange das Fenster vorn ist.',
  problems: 'Dateien brauchen Aufmerksamkeit',
  uploads: 'Uploads angehalten oder wieder im Gang',
  finished: 'Alles Freigegebene ist gesendet',
  background: 'Im Hintergrund',
  tray: 'Im Infobereich bleiben, wenn das Fenster geschlossen wird',
  trayHint: 'Ordner werden überwacht, und Uploads gehen weiter. Beenden lässt es sich dort oder im Menü.',
  keys: 'Tasten',
  keysWords: 'Jeder Befehl der Ansichten mit den Tasten, die ihn geben.',
  notSaved: 'Die Änderung wurde nicht behalten',
  tour: 'Den Rundgang noch einmal zeigen',
}
