import type { Import, SourceModule } from './source-module.ts'

/** Rooms of the engine. They meet in `engine.ts` and the small flows beside it, and nowhere else. */
export const rooms = [
  'watch',
  'identify',
  'ledger',
  'review',
  'upload',
  'media',
  'sandbox',
  'archive',
] as const

const roomFolder = new RegExp(`^electron/engine/(?:${rooms.join('|')})/`)

/** The folder of the room that a file belongs to; null outside of every room. */
export function roomOf(path: string): string | null {
  return roomFolder.exec(path)?.[0] ?? null
}

export const isTest = (path: string): boolean => path.startsWith('test/')

/** A place where an import may lead. A package is listed by its name, a folder of the project by its path. */
export interface Allowance {
  readonly folders: readonly string[]
  readonly packages: readonly string[]
  readonly nodeModules: boolean
}

export function isAllowed({ target }: Import, { folders, packages, nodeModules }: Allowance): boolean {
  switch (target.kind) {
    case 'builtin':
      return nodeModules
    case 'package':
      return packages.includes(target.name)
    case 'file':
      return folders.some((folder) => target.path.startsWith(folder))
  }
}

/** What an import leads to, in one word. */
export function nameOf({ target }: Import): string {
  return target.kind === 'file' ? target.path : target.name
}

/** Files that `module` imports, as paths. */
export function importedFiles(module: SourceModule): Import[] {
  return module.imports.filter(({ target }) => target.kind === 'file')
}
