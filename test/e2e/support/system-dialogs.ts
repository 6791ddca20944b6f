import type { SaveDialogOptions } from 'electron'
import type { IntrayWindow } from './intray-window.ts'

/** Answers the next dialogs of the system in the person's place; null: the person cancels. */
export async function answerSaving({ app }: IntrayWindow, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    // The shell asks with its window; what it suggests is kept for the test.
    dialog.showSaveDialog = (...asked: readonly unknown[]) => {
      Object.assign(globalThis, { askedToSave: asked.at(-1) })
      return Promise.resolve({ canceled: path === null, filePath: path ?? '' })
    }
  }, filePath)
}

/** What the last dialog in which a file is saved suggested. */
export function lastSuggestion({ app }: IntrayWindow): Promise<SaveDialogOptions> {
  // Put there by `answerSaving`, with the options of the shell's own call.
  return app.evaluate(() => (globalThis as unknown as { askedToSave: SaveDialogOptions }).askedToSave)
}

/** Chooses a file in the next dialogs of the system. */
export async function answerOpening({ app }: IntrayWindow, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, filePath)
}
