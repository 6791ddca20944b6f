import { en } from './en.ts'

export type Messages = typeof en

/** The texts of the window in the language that is shown. A further language is one more object of this type. */
export const messages: Messages = en
