import { bulk } from './de/bulk.ts'
import { catalogue } from './de/catalogue.ts'
import { drop } from './de/drop.ts'
import { firstRun } from './de/first-run.ts'
import { folders } from './de/folders.ts'
import { history } from './de/history.ts'
import { item } from './de/item.ts'
import { keys } from './de/keys.ts'
import { operator } from './de/operator.ts'
import { preview } from './de/preview.ts'
import { problems } from './de/problems.ts'
import { repair } from './de/repair.ts'
import { reports } from './de/reports.ts'
import { review } from './de/review.ts'
import { rules } from './de/rules.ts'
import { sentences } from './de/sentences.ts'
import { settings } from './de/settings.ts'
import { tour } from './de/tour.ts'
import { uploads } from './de/uploads.ts'
import { windowFrame } from './de/window-frame.ts'
import { words } from './de/words.ts'
import type { Messages } from './en.ts'

/** Every text of the window in German, by view. */
export const de: Messages = {
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
