import { messages } from '../messages/current.ts'
import { previewKeys } from '../preview/keys.ts'
import type { ViewName } from '../../electron/shared/views.ts'
import type { KeyBinding } from './bindings.ts'
import { historyKeyGroups, historyKeys } from './history-keys.ts'
import type { KeySheetGroup } from './key-sheet-group.ts'
import type { KeyPlace } from './own-keys.ts'
import { problemKeyGroups, problemKeys } from './problem-keys.ts'
import { reviewKeyGroups, reviewKeys } from './review-keys.ts'
import { rulesKeyGroups, rulesKeys } from './rules-keys.ts'
import { uploadKeyGroups, uploadKeys } from './upload-keys.ts'

/** The keys of one place, as they are shipped and told. */
export interface KeyChapter {
  readonly place: KeyPlace
  readonly bindings: readonly KeyBinding<string>[]
  readonly groups: readonly KeySheetGroup<string>[]
  readonly labels: Readonly<Record<string, string>>
}

/** Every place with keys of its own. */
export const keyBook: Readonly<Record<KeyPlace, KeyChapter>> = {
  review: { place: 'review', bindings: reviewKeys, groups: reviewKeyGroups, labels: messages.keys.commands },
  problems: {
    place: 'problems',
    bindings: problemKeys,
    groups: problemKeyGroups,
    labels: messages.keys.commands,
  },
  uploads: {
    place: 'uploads',
    bindings: uploadKeys,
    groups: uploadKeyGroups,
    labels: messages.keys.commands,
  },
  history: {
    place: 'history',
    bindings: historyKeys,
    groups: historyKeyGroups,
    labels: messages.keys.history,
  },
  rules: { place: 'rules', bindings: rulesKeys, groups: rulesKeyGroups, labels: messages.keys.rules },
  picture: {
    place: 'picture',
    bindings: previewKeys,
    groups: [{ heading: 'picture', commands: previewKeys.map(({ command }) => command) }],
    labels: messages.preview.commands,
  },
}

/** Which places have keys in a view; keys that hold in all of them must differ. */
export const placesOf: Readonly<Record<ViewName, readonly KeyPlace[]>> = {
  review: ['review', 'picture'],
  problems: ['problems', 'picture'],
  uploads: ['uploads'],
  history: ['history'],
  rules: ['rules'],
  settings: [],
  folders: [],
  reports: [],
}

/** Views in whose lists files can be marked. */
export const markingViews: ReadonlySet<ViewName> = new Set(['review', 'problems', 'uploads', 'history'])

/** The places whose keys work at the same time as those of a place, itself among them. */
export function rivalsOf(place: KeyPlace): readonly KeyPlace[] {
  const together = Object.values(placesOf).filter((places) => places.includes(place))
  return [...new Set([place, ...together.flat()])]
}
