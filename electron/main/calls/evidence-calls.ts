import type { FileFilter } from 'electron'
import { basename, extname } from 'node:path'
import type { Handlers } from '../../shared/contract.ts'
import type { EvidenceFormat } from '../../shared/evidence.ts'
import { askToOpen, askToSave } from '../dialogs.ts'
import type { ShellWords } from '../words/shell-words.ts'
import { valueOf } from './shell-call-options.ts'
import type { ShellCallOptions } from './shell-call-options.ts'

type EvidenceCalls = Pick<
  Handlers<'main'>,
  'shell.exportEvidence' | 'shell.verifyBundle' | 'shell.pickAnchorFile'
>

/** The person chooses the file; the engine writes and checks it. */
export function createEvidenceCalls({ engine, window, words }: ShellCallOptions): EvidenceCalls {
  return {
    'shell.exportEvidence': async ({ selection, format, delimiter, suggestedName }) => {
      const filter = filterOf(format, words())
      const path = await askToSave(window(), {
        defaultPath: withEnding(basename(suggestedName), filter),
        filters: [filter, everyFile(words())],
      })
      if (path === undefined) return { summary: null }
      return { summary: valueOf(await engine.call('evidence.write', { path, selection, format, delimiter })) }
    },
    'shell.verifyBundle': async () => {
      const filters = [filterOf('bundle', words()), everyFile(words())]
      const [path] = await askToOpen(window(), { properties: ['openFile'], filters })
      if (path === undefined) return { report: null }
      return { report: valueOf(await engine.call('evidence.verify', { path })) }
    },
    'shell.pickAnchorFile': async () => {
      const filters = [{ name: words().dialogs.text, extensions: ['txt', 'jsonl'] }, everyFile(words())]
      const path = await askToSave(window(), {
        defaultPath: 'intray-anchors.txt',
        filters,
        // The engine adds lines to a file that is there.
        properties: ['dontAddToRecent'],
      })
      return { path: path ?? null }
    },
  }
}

function filterOf(format: EvidenceFormat, { dialogs }: ShellWords): FileFilter {
  if (format === 'csv') return { name: dialogs.table, extensions: ['csv'] }
  if (format === 'jsonl') return { name: dialogs.jsonLines, extensions: ['jsonl'] }
  return { name: dialogs.bundle, extensions: ['jsonl'] }
}

/** Not every system adds the ending of the chosen kind by itself. */
function withEnding(name: string, { extensions: [extension = ''] }: FileFilter): string {
  return extname(name) === `.${extension}` ? name : `${name}.${extension}`
}

function everyFile({ dialogs }: ShellWords): FileFilter {
  return { name: dialogs.everyFile, extensions: ['*'] }
}
