/** How one person likes the window. */
export const windowSettings = {
  lead: 'How this window looks and what it tells. Changes count at once, for this computer alone.',
  language: 'Language',
  languageOfSystem: 'As this system',
  languageChanged: 'The language changes when the window is loaded again',
  reload: 'Load again',
  appearance: 'Appearance',
  appearances: { system: 'As this system', light: 'Light', dark: 'Dark' },
  look: 'Look',
  notifications: 'Notifications of the system',
  testNoticeLabel: 'Test the notifications',
  noticeShown:
    'The system took a notification. If you saw none, it holds them back: look at “do not disturb”, and at Intray in the system’s settings for notifications.',
  noticeNotShown:
    'The system shows no notification of Intray. Allow them in its settings for notifications; on Linux a notification service must run.',
  notificationsWords: 'At most one a minute of each kind, and none while the window has the focus.',
  problems: 'Files need a person',
  uploads: 'Uploads stopped, or go on again',
  finished: 'Everything that was approved is sent',
  background: 'In the background',
  tray: 'Stay in the tray when the window is closed',
  trayHint: 'Folders are watched and uploads go on. Quit from the tray or the menu.',
  keys: 'Keys',
  keysWords: 'Every command of the views, with the keys that give it.',
  notSaved: 'The change was not kept',
  tour: 'Show the tour again',
}
