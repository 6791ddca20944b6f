import type { settingsSentences } from '../../../../electron/shared/sentences/settings-sentences.ts'

export const settings: typeof settingsSentences = {
  base_url_unsafe:
    'Nötig ist eine https-Adresse, die auf /v1 endet (http ist nur für diesen Computer erlaubt).',
  organisation_characters: 'Nur Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich.',
  proxy_form: 'Ein Proxy hat die Form http://host:port, ohne Benutzernamen.',
  pin_form: 'Legen Sie die PIN im Fenster fest.',
  short_id_characters: 'Nur Kleinbuchstaben, Ziffern, Bindestrich und Unterstrich.',
  field_name_characters: 'Nur Kleinbuchstaben, Ziffern und Unterstrich, mit einem Buchstaben am Anfang.',
  field_name_taken: 'Dieser Name ist vom Endpunkt oder von Intray belegt.',
  time_of_day_form: 'Eine Uhrzeit wie 22:00.',

  settings_file_unreadable: ({ code }) => `Die Einstellungsdatei lässt sich nicht lesen (${code}).`,
  settings_file_wrong: 'Die Einstellungsdatei enthält Fehler.',
  setting_wrong: ({ path, problem }) => `${path}: ${problem}`,
  settings_wrong: ({ problems }) => problems.join('\n'),

  id_twice: ({ id }) => `„${id}“ kommt zweimal vor.`,
  folder_twice: 'Dieser Ordner wird schon überwacht.',
  organisation_lacks: 'Der Echtbetrieb braucht die Organisation.',
  waits_reversed: 'Die längste Wartezeit ist kürzer als die erste.',
  path_incomplete: 'Der Pfad muss vollständig sein, vom Anfang des Datenträgers an.',
  folders_nested: 'Dieser Ordner und ein anderer überwachter Ordner liegen ineinander.',
  folder_of_profile: ({ name }) =>
    `Auch das Profil „${name}“ überwacht diesen Ordner oder einen darin. Jede Datei gehört zu einem Profil.`,
  archive_in_watched: ({ name }) =>
    `Das Archiv liegt im überwachten Ordner „${name}“ oder um ihn herum. Bleibt das Feld leer, ist es der Unterordner „uploaded“ des Ordners selbst.`,
  profile_not_known: ({ name, known }) => `„${name}“ ist keines der Profile ${known.join(', ')}.`,
}
