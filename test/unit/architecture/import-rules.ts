import { importCycles } from './import-cycles.ts'
import { eachModule } from './rule.ts'
import type { Rule } from './rule.ts'
import type { Import } from './source-module.ts'
import { isAllowed, isTest, nameOf, roomOf } from './zones.ts'
import type { Allowance } from './zones.ts'

const shared = 'electron/shared/'

/** The clock, which every room may use: no room can own the time. */
const time = 'electron/engine/time/'

/** What the window is made with. */
const windowPackages = [
  '@lucide/svelte',
  '@tanstack/svelte-virtual',
  'bits-ui',
  'pdfjs-dist',
  'svelte',
  'tailwindcss',
  'zod',
]

/** What the shell may use beside Electron. It holds no database, hashes nothing and watches nothing. */
const shellPackages = ['electron', 'zod']

/** A package that other packages stand on for one thing, the folder that needs it, and how it is used there. */
const owners = [
  { name: 'better-sqlite3', home: 'electron/engine/ledger/' },
  { name: 'chokidar', home: 'electron/engine/watch/' },
  { name: 'file-type', home: 'electron/engine/identify/' },
  { name: 'csv-parse', home: 'electron/engine/identify/' },
  { name: 're2js', home: 'electron/engine/identify/naming/' },
  { name: 'fast-xml-parser', home: 'electron/engine/identify/indexing/' },
  { name: 'undici', home: 'electron/engine/upload/' },
  { name: 'ipcMain', home: 'electron/main/' },
  { name: 'safeStorage', home: 'electron/main/' },
  { name: 'utilityProcess', home: 'electron/main/' },
  { name: 'window.intray', home: 'renderer/' },
]

export const importRules = {
  'a room of the engine imports no other room and no file beside engine.ts': eachModule(
    (path) => roomOf(path) !== null,
    ({ path, imports }) =>
      imports
        .filter(({ target }) => target.kind === 'file')
        .filter((each) => !isAllowed(each, files(shared, time, roomOf(path) ?? '')))
        .map(forbidden),
  ),
  'shared imports zod and itself only': imports(shared, {
    folders: [shared],
    packages: ['zod'],
    nodeModules: false,
  }),
  'the renderer imports shared, itself and the packages of the window only': imports('renderer/', {
    folders: ['renderer/', shared],
    packages: windowPackages,
    nodeModules: false,
  }),
  'the preload script imports electron and itself, and of shared only types': eachModule(
    (path) => path.startsWith('electron/preload/'),
    ({ imports }) =>
      imports
        .filter((each) => !isAllowed(each, { ...files('electron/preload/'), packages: ['electron'] }))
        .filter((each) => !(each.typeOnly && isAllowed(each, files(shared))))
        .map(forbidden),
  ),
  'the shell imports shared, itself, Node and the packages of the shell only': imports('electron/main/', {
    folders: ['electron/main/', shared],
    packages: shellPackages,
    nodeModules: true,
  }),
  'the engine imports no Electron': eachModule(
    (path) => path.startsWith('electron/engine/'),
    ({ imports }) =>
      imports
        .filter(({ target }) => target.kind === 'package' && /^(?:electron|@electron\/.*)$/.test(target.name))
        .map(forbidden),
  ),
  'the engine imports shared and itself only': eachModule(
    (path) => path.startsWith('electron/engine/'),
    ({ imports }) =>
      imports
        .filter(({ target }) => target.kind === 'file')
        .filter((each) => !isAllowed(each, files('electron/engine/', shared)))
        .map(forbidden),
  ),
  'nobody but tests imports the engine': eachModule(
    (path) => !isTest(path) && !path.startsWith('electron/engine/'),
    ({ imports }) => imports.filter((each) => isAllowed(each, files('electron/engine/'))).map(forbidden),
  ),
  'a dangerous module has one owner file': (modules) =>
    owners.flatMap(({ name, home }) => {
      const uses = modules
        .filter(({ path }) => !isTest(path))
        .flatMap(({ path, imports, accesses }) => {
          const lines = [
            ...imports.filter((each) => isUseOf(each, name)).map(({ line }) => line),
            ...accesses.filter((access) => isAccessOf(access.name, name)).map(({ line }) => line),
          ]
          return lines.map((line) => ({ path, line }))
        })
      const owner = uses.find(({ path }) => path.startsWith(home))?.path
      return uses
        .filter(({ path }) => path !== owner)
        .map((use) => ({ ...use, words: `${name} belongs to ${owner ?? `a file in ${home}`}` }))
    }),
  'no import cycle': importCycles,
} satisfies Record<string, Rule>

function files(...folders: readonly string[]): Allowance {
  return { folders, packages: [], nodeModules: false }
}

function imports(folder: string, allowance: Allowance): Rule {
  return eachModule(
    (path) => path.startsWith(folder),
    (module) => module.imports.filter((each) => !isAllowed(each, allowance)).map(forbidden),
  )
}

function forbidden(each: Import): { line: number; words: string } {
  return { line: each.line, words: `imports ${nameOf(each)}` }
}

/** Types of a package bind to it as much as its functions; types of Electron's parts do not. */
function isUseOf({ target, members, typeOnly }: Import, name: string): boolean {
  if (target.kind !== 'package') return false
  return target.name === name || (target.name === 'electron' && !typeOnly && members.includes(name))
}

/** `electron.ipcMain` and `window.intray`. */
function isAccessOf(access: string, name: string): boolean {
  return name.includes('.')
    ? access === name || access === `globalThis.${name}`
    : access === `electron.${name}`
}
