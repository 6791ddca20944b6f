import { eachModule } from './rule.ts'
import type { Rule } from './rule.ts'
import { isTest } from './zones.ts'

const maxLines = 400

/** Globals of Node or of a browser that stand in one of the two only, or do something in both. */
const platformGlobals = new Set([
  ...['Buffer', '__dirname', '__filename', 'global', 'process', 'require', 'setImmediate'],
  ...['document', 'history', 'localStorage', 'location', 'navigator', 'sessionStorage', 'window'],
  ...['Element', 'Event', 'HTMLElement', 'Image', 'Node', 'Worker', 'XMLHttpRequest', 'indexedDB'],
  ...['console', 'crypto', 'fetch', 'performance', 'setInterval', 'setTimeout'],
])

/** A statement's beginning. In lower case, `select` and `update` are words of plain English too. */
const sqlStatements = [
  /^\s*SELECT\s[\s\S]*\bFROM\b/,
  /^\s*UPDATE\s+\S+\s+SET\b/,
  /^\s*WITH\s+\w+[\s\S]*\bAS\s*\(/,
  /^\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|DELETE\s+FROM)\s+\S+/i,
  /^\s*(?:CREATE|DROP|ALTER)\s+(?:TABLE|INDEX|UNIQUE\s+INDEX|TRIGGER|VIEW|VIRTUAL\s+TABLE)\s+\S+/i,
  /^\s*PRAGMA\s+\w+/i,
  /^\s*BEGIN\s+(?:IMMEDIATE|EXCLUSIVE|DEFERRED)\b/i,
]

/** Names that say nothing about what is inside, so that everything ends up there. */
const emptyNames = new Set(['common', 'helper', 'helpers', 'manager', 'managers', 'util', 'utils'])

/** Tools look for a default export in their configuration files. */
const isToolConfig = (path: string): boolean => /^[^/]+\.config\.(?:js|ts)$/.test(path)

const everywhere = (): boolean => true

export const contentRules = {
  'shared uses no global of Node or of a browser': eachModule(
    (path) => path.startsWith('electron/shared/'),
    ({ globals }) =>
      globals
        .filter(({ name }) => platformGlobals.has(name))
        .map(({ name, line }) => ({ line, words: `uses ${name}` })),
  ),
  'SQL stands in the ledger only': eachModule(
    (path) => /^(?:electron|renderer)\//.test(path) && !path.startsWith('electron/engine/ledger/'),
    ({ strings }) =>
      strings
        .filter(({ name }) => sqlStatements.some((statement) => statement.test(name)))
        .map(({ name, line }) => ({ line, words: `SQL: ${name.trim().slice(0, 40)}` })),
  ),
  'no barrel file': eachModule(everywhere, ({ onlyReexports }) =>
    onlyReexports ? [{ line: 1, words: 'only passes on what others export' }] : [],
  ),
  'no default export': eachModule(
    (path) => !isToolConfig(path),
    ({ defaultExportLine: line }) => (line === null ? [] : [{ line, words: 'has a default export' }]),
  ),
  'no file or folder whose name says nothing': eachModule(everywhere, ({ path }) =>
    wordsOf(path)
      .filter((word) => emptyNames.has(word))
      .map((word) => ({ line: 1, words: `"${word}" in its path` })),
  ),
  'no file over 400 lines': eachModule(everywhere, ({ lineCount }) =>
    lineCount > maxLines ? [{ line: maxLines + 1, words: `has ${lineCount} lines` }] : [],
  ),
  'no type check is switched off': eachModule(everywhere, ({ uncheckedPlaces }) =>
    uncheckedPlaces.map(({ name, line }) => ({ line, words: `has ${name}` })),
  ),
  'no test is skipped or alone': eachModule(isTest, ({ accesses }) =>
    accesses
      .filter(({ name }) => /^(?:describe|it|test)\.(?:fixme|only|skip|todo)$/.test(name))
      .map(({ name, line }) => ({ line, words: `has ${name}` })),
  ),
} satisfies Record<string, Rule>

/** The words in a path: `renderer/ListHelper.svelte` has `renderer`, `list`, `helper` and `svelte`. */
function wordsOf(path: string): string[] {
  return path
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
}
