import { call } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { inWords } from '../messages/in-words.ts'
import { problemLines } from '../state/problem-lines.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { settingsDesk } from './settings-desk.svelte.ts'

const text = messages.settings.transfer

/** Writes the settings that are in force to a file that the person chooses. */
export async function exportSettings(): Promise<void> {
  try {
    const exported = await call('settings.export', {})
    const { saved } = await call('shell.saveText', { suggestedName: text.name, text: exported.text })
    if (saved) toasts.show({ tone: 'success', title: text.exported })
  } catch (thrown) {
    toasts.showFailure(thrown, text.exportFailed)
  }
}

/** Lets the person choose a file with settings and puts them into the fields. Nothing is saved. */
export async function importSettings(): Promise<void> {
  try {
    const { file } = await call('shell.openText', {})
    if (file === null) return
    const { settings, problems } = await call('settings.import', { text: file.text })
    if (settings === null) {
      const words = problemLines(
        problems.map(({ path, words, said }) => `${path === '' ? '' : `${path}: `}${inWords(words, said)}`),
      )
      toasts.show({ tone: 'danger', title: text.refused(file.name), words })
      return
    }
    settingsDesk.take(settings)
    toasts.show({ tone: 'success', title: text.imported(file.name), words: text.importedWords })
  } catch (thrown) {
    toasts.showFailure(thrown, text.importFailed)
  }
}
