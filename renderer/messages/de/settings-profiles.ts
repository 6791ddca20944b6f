import type { profiles as english } from '../en/settings-profiles.ts'

export const profiles: typeof english = {
  heading: 'Profil',
  words:
    'Ein Profil ist eine Verbindung mit eigenem Schlüssel, eigenen Ordnern und eigenem Journal. Eines ist jeweils in Gebrauch.',
  name: 'Name',
  nameHint: 'Steht im Band über dem Fenster. Leer: was die Adresse sagt.',
  colour: 'Farbe des Bandes',
  colours: {
    auto: 'Wie die Umgebung',
    red: 'Rot',
    orange: 'Orange',
    green: 'Grün',
    blue: 'Blau',
    violet: 'Violett',
    grey: 'Grau',
  },
  others: 'Andere Profile',
  none: 'Es gibt kein anderes Profil.',
  use: 'Verwenden',
  useLabel: (name: string) => `Profil ${name} verwenden`,
  useTitle: (name: string) => `Zu ${name} wechseln?`,
  useWords: (host: string) =>
    `Die Uploads des jetzigen Profils ruhen, bis Sie zu ihm zurückkehren. Das andere sendet an ${host}, überwacht seine eigenen Ordner und hat sein eigenes Journal.`,
  saveFirst: 'Speichern oder verwerfen Sie zuerst Ihre Änderungen.',
  used: (name: string) => `Das Profil ${name} ist in Gebrauch`,
  notUsed: 'Das Profil wurde nicht gewechselt',
  add: 'Profil hinzufügen',
  removeLabel: (name: string) => `Profil ${name} entfernen`,
  removed: 'Sein Journal bleibt auf diesem Computer.',
  newName: 'Neues Profil',
}
