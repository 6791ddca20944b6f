import { call } from '../../bridge/client.ts'
import { messages } from '../../messages/current.ts'
import { inWords } from '../../messages/in-words.ts'
import { problemLines } from '../../state/problem-lines.ts'
import { toasts } from '../../state/toasts.svelte.ts'
import { rulesDesk } from './rules-desk.svelte.ts'

const text = messages.rules.file

/** Lets the person choose a rules file and makes it the draft. Nothing is saved. */
export async function importRules(): Promise<void> {
  try {
    const { file } = await call('shell.openText', {})
    if (file === null) return
    const { definition, problems } = await call('rules.import', { text: file.text })
    if (definition === null) {
      const words = problemLines(problems.map((problem) => inWords(problem.words, problem.said)))
      toasts.show({ tone: 'danger', title: text.notImported(file.name), words })
      return
    }
    rulesDesk.take(definition, problems)
    const isGood = problems.length === 0
    toasts.show({
      tone: isGood ? 'success' : 'danger',
      title: isGood ? text.imported(file.name) : text.importProblems(file.name),
      words: isGood ? text.importedWords : inWords(problems[0]?.words ?? '', problems[0]?.said),
    })
  } catch (thrown) {
    toasts.showFailure(thrown, text.importFailed)
  }
}

/** Writes the rules in force, or the draft where there is one, to a file that the person chooses. */
export async function exportRules(): Promise<void> {
  try {
    const definition = rulesDesk.isDirty ? rulesDesk.triable : null
    const exported = await call('rules.export', definition === null ? {} : { definition })
    const { saved } = await call('shell.saveText', { suggestedName: text.name, text: exported.text })
    if (saved) toasts.show({ tone: 'success', title: text.exported })
  } catch (thrown) {
    toasts.showFailure(thrown, text.exportFailed)
  }
}
