import { sentences } from '../../electron/shared/sentences/sentences.ts'
import { bulk } from './en/bulk.ts'
import { catalogue } from './en/catalogue.ts'
import { drop } from './en/drop.ts'
import { firstRun } from './en/first-run.ts'
import { folders } from './en/folders.ts'
import { history } from './en/history.ts'
import { item } from './en/item.ts'
import { keys } from './en/keys.ts'
import { operator } from './en/operator.ts'
import { preview } from './en/preview.ts'
import { problems } from './en/problems.ts'
import { repair } from './en/repair.ts'
import { reports } from './en/reports.ts'
import { review } from './en/review.ts'
import { rules } from './en/rules.ts'
import { settings } from './en/settings.ts'
import { tour } from './en/tour.ts'
import { uploads } from './en/uploads.ts'
import { windowFrame } from './en/window-frame.ts'
import { words } from './en/words.ts'

/** Every text of the window in English, by view, with the words of states, findings and errors. */
export const en = {
  ...catalogue,
  sentences,
  words,
  windowFrame,
  review,
  problems,
  uploads,
  history,
  folders,
  repair,
  reports,
  rules,
  item,
  bulk,
  drop,
  operator,
  keys,
  preview,
  settings,
  tour,
  firstRun,
}

/** What every language says: a text that is missing or too many is an error of types. */
export type Messages = typeof en
