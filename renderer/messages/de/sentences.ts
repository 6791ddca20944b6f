import type { Sentences } from '../../../electron/shared/sentences/sentences.ts'
import { answers } from './sentences/answers.ts'
import { archive } from './sentences/archive.ts'
import { bundle } from './sentences/bundle.ts'
import { connection } from './sentences/connection.ts'
import { content } from './sentences/content.ts'
import { decisions } from './sentences/decisions.ts'
import { files } from './sentences/files.ts'
import { folders } from './sentences/folders.ts'
import { indexFiles } from './sentences/index-files.ts'
import { ledger } from './sentences/ledger.ts'
import { network } from './sentences/network.ts'
import { pictures } from './sentences/pictures.ts'
import { places } from './sentences/places.ts'
import { proposals } from './sentences/proposals.ts'
import { reading } from './sentences/reading.ts'
import { reasons } from './sentences/reasons.ts'
import { rulesFile } from './sentences/rules-file.ts'
import { rules } from './sentences/rules.ts'
import { schema } from './sentences/schema.ts'
import { settings } from './sentences/settings.ts'
import { structure } from './sentences/structure.ts'
import { undoing } from './sentences/undoing.ts'
import { values } from './sentences/values.ts'

/** Was die Maschine zu Menschen sagt: dieselben Sätze wie im Englischen, mit denselben Werten. */
export const sentences: Sentences = {
  ...content,
  ...structure,
  ...files,
  ...values,
  ...reading,
  ...rules,
  ...rulesFile,
  ...proposals,
  ...indexFiles,
  ...reasons,
  ...decisions,
  ...undoing,
  ...pictures,
  ...places,
  ...folders,
  ...archive,
  ...network,
  ...answers,
  ...connection,
  ...schema,
  ...ledger,
  ...bundle,
  ...settings,
}
