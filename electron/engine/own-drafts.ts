import { readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/**
 * Files that Intray is still writing into a watched folder, under a name that is hidden and gone in a moment.
 * Intake neither takes nor lists them, also those of another computer.
 */
export function isOwnDraft(path: string): boolean {
  return /^\.intray-.+\.draft$/.test(basename(path))
}

/** The draft of a dropped file. Each ledger has one engine, so what it finds at its start is left from a crash. */
export function dropDraftName(ledgerId: string, dropId: string): string {
  return `${dropDraftPrefix(ledgerId)}${dropId}.draft`
}

/** Removes drafts of dropped files that a crash left in a folder before `beforeMs`. A folder that is away has none. */
export async function removeDropDrafts(folder: string, ledgerId: string, beforeMs: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const left = names.filter((name) => name.startsWith(dropDraftPrefix(ledgerId)) && isOwnDraft(name))
  for (const name of left) {
    const path = join(folder, name)
    const facts = await stat(path).catch(() => null)
    if (facts !== null && facts.mtimeMs < beforeMs) await rm(path, { force: true })
  }
}

function dropDraftPrefix(ledgerId: string): string {
  return `.intray-drop-${ledgerId}-`
}
