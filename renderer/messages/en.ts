import { firstRun } from './en/first-run.ts'
import { folders } from './en/folders.ts'
import { history } from './en/history.ts'
import { item } from './en/item.ts'
import { keys } from './en/keys.ts'
import { preview } from './en/preview.ts'
import { problems } from './en/problems.ts'
import { review } from './en/review.ts'
import { rules } from './en/rules.ts'
import { settings } from './en/settings.ts'
import { uploads } from './en/uploads.ts'
import { windowFrame } from './en/window-frame.ts'
import { words } from './en/words.ts'

/** Every text of the window in English, by view. States, findings and errors bring their own words from `shared`. */
export const en = {
  words,
  windowFrame,
  review,
  problems,
  uploads,
  history,
  folders,
  rules,
  item,
  keys,
  preview,
  settings,
  firstRun,
}
