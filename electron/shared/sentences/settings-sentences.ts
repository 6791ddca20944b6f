import type { Words } from './told.ts'

interface Name {
  readonly name: string
}

/** What settings ask of a text beyond its kind and length. A schema reports the words, and they lead to the code. */
export const formSentences = {
  base_url_unsafe: 'Must be an https address ending in /v1 (http is allowed for this computer only).',
  organisation_characters: 'Letters, digits, dot, dash and underscore only.',
  proxy_form: 'A proxy is http://host:port, without a user name.',
  pin_form: 'Set the PIN in the window.',
  short_id_characters: 'Lower-case letters, digits, dash and underscore only.',
  field_name_characters: 'Lower-case letters, digits and underscore only, beginning with a letter.',
  field_name_taken: 'This name is taken by the endpoint or by Intray.',
  time_of_day_form: 'A time such as 22:00.',
}

/** What is wrong with a settings file, and with settings that somebody wants to save. */
export const settingsSentences = {
  ...formSentences,

  settings_file_unreadable: ({ code }: { code: string }) => `The settings file cannot be read (${code}).`,
  settings_file_wrong: 'The settings file has mistakes.',
  /** `path`: the place in the settings, as `folders.0.path`. */
  setting_wrong: ({ path, problem }: { path: string; problem: Words }) => `${path}: ${problem}`,
  settings_wrong: ({ problems }: { problems: readonly Words[] }) => problems.join('\n'),

  id_twice: ({ id }: { id: string }) => `“${id}” is used twice.`,
  folder_twice: 'This folder is watched already.',
  organisation_lacks: 'The organisation is needed to connect for real.',
  waits_reversed: 'The longest wait is shorter than the first one.',
  path_incomplete: 'The path must be complete, from the root of the disk.',
  folders_nested: 'This folder and another watched folder lie inside one another.',
  folder_of_profile: ({ name }: Name) =>
    `The profile “${name}” watches this folder too, or one inside it. Each file belongs to one profile.`,
  archive_in_watched: ({ name }: Name) =>
    `The archive lies in the watched folder “${name}”, or around it. Leave it empty for the sub-folder “uploaded” of the folder itself.`,
  profile_not_known: ({ name, known }: Name & { known: readonly string[] }) =>
    `“${name}” is none of ${known.join(', ')}.`,
}
