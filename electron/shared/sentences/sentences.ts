import { answerSentences } from './answer-sentences.ts'
import { archiveSentences } from './archive-sentences.ts'
import { bundleSentences } from './bundle-sentences.ts'
import { connectionSentences } from './connection-sentences.ts'
import { contentSentences } from './content-sentences.ts'
import { decisionSentences } from './decision-sentences.ts'
import { fileSentences } from './file-sentences.ts'
import { folderSentences } from './folder-sentences.ts'
import { indexSentences } from './index-sentences.ts'
import { ledgerSentences } from './ledger-sentences.ts'
import { networkSentences } from './network-sentences.ts'
import { pictureSentences } from './picture-sentences.ts'
import { placeSentences } from './place-sentences.ts'
import { proposalSentences } from './proposal-sentences.ts'
import { readingSentences } from './reading-sentences.ts'
import { reasonSentences } from './reason-sentences.ts'
import { ruleSentences } from './rule-sentences.ts'
import { rulesFileSentences } from './rules-file-sentences.ts'
import { schemaSentences } from './schema-sentences.ts'
import { settingsSentences } from './settings-sentences.ts'
import { structureSentences } from './structure-sentences.ts'
import { undoSentences } from './undo-sentences.ts'
import { valueSentences } from './value-sentences.ts'

/**
 * Every sentence that the engine says to people, in English, by its code. Ledgers keep codes and values: what once was
 * said stays as it is, and a sentence with other values gets another code.
 */
export const sentences = {
  ...contentSentences,
  ...structureSentences,
  ...fileSentences,
  ...valueSentences,
  ...readingSentences,
  ...ruleSentences,
  ...rulesFileSentences,
  ...proposalSentences,
  ...indexSentences,
  ...reasonSentences,
  ...decisionSentences,
  ...undoSentences,
  ...pictureSentences,
  ...folderSentences,
  ...archiveSentences,
  ...networkSentences,
  ...answerSentences,
  ...connectionSentences,
  ...schemaSentences,
  ...ledgerSentences,
  ...bundleSentences,
  ...settingsSentences,
  ...placeSentences,
}

/** The sentences of a language: the same codes, with the same values. */
export type Sentences = typeof sentences
