import type { contentRules } from './content-rules.ts'
import type { importRules } from './import-rules.ts'

/** Texts of files by their paths. */
export type SampleTree = Readonly<Record<string, string>>

export interface Sample {
  /** Small trees that break a rule ... */
  readonly broken: SampleTree
  /** ... with what the rule then says ... */
  readonly found: readonly string[]
  /** ... and that come near to it and keep it. */
  readonly kept: SampleTree
}

type RuleName = keyof typeof importRules | keyof typeof contentRules

const anyCast = ['as', 'any'].join(' ')
const ignoreMark = ['//', '@ts-ignore'].join(' ')

/** Proof for every rule that it can fail, and that it does not fail by mistake. */
export const samples: Readonly<Record<RuleName, Sample>> = {
  'a room of the engine imports no other room and no file beside engine.ts': {
    broken: {
      'electron/engine/watch/listing.ts': `import { a } from './a.ts'\nimport { b } from '../ledger/b.ts'`,
      'electron/engine/upload/answer.ts': `import type { Log } from '../log.ts'`,
      'electron/engine/review/deciding.ts': `export type A = import('../engine.ts').Engine`,
      'electron/engine/media/previews.ts': `const a = await import('../sandbox/a.ts')`,
    },
    found: [
      'electron/engine/watch/listing.ts:2 imports electron/engine/ledger/b.ts',
      'electron/engine/upload/answer.ts:1 imports electron/engine/log.ts',
      'electron/engine/review/deciding.ts:1 imports electron/engine/engine.ts',
      'electron/engine/media/previews.ts:1 imports electron/engine/sandbox/a.ts',
    ],
    kept: {
      'electron/engine/watch/listing.ts': `import { a } from './deep/a.ts'\nimport { c } from '../../shared/c.ts'`,
      'electron/engine/watch/deep/a.ts': `import { a } from '../listing.ts'\nimport { open } from 'node:fs'`,
      'electron/engine/engine.ts': `import { a } from './watch/listing.ts'\nimport { b } from './ledger/b.ts'`,
    },
  },
  'shared imports zod and itself only': {
    broken: {
      'electron/shared/a.ts': `import { z } from 'zod'\nimport { join } from 'node:path'`,
      'electron/shared/b.ts': `import type { Item } from '../engine/item.ts'`,
      'electron/shared/c.ts': `export { app } from 'electron'`,
    },
    found: [
      'electron/shared/a.ts:2 imports node:path',
      'electron/shared/b.ts:1 imports electron/engine/item.ts',
      'electron/shared/c.ts:1 imports electron',
    ],
    kept: { 'electron/shared/a.ts': `import { z } from 'zod'\nimport { b } from './b.ts'` },
  },
  'the renderer imports shared, itself and the packages of the window only': {
    broken: {
      'renderer/App.svelte': [
        `<script module lang="ts">`,
        `  import { a } from '../electron/main/a.ts'`,
        `</script>`,
        `<script lang="ts">`,
        `  import { readFile } from 'node:fs/promises'`,
        `  import { ipcRenderer } from 'electron'`,
        `</script>`,
        `<p>import 'undici'</p>`,
      ].join('\n'),
      'renderer/client.ts': `import { engine } from '../electron/engine/engine.ts'`,
    },
    found: [
      'renderer/App.svelte:2 imports electron/main/a.ts',
      'renderer/App.svelte:5 imports node:fs/promises',
      'renderer/App.svelte:6 imports electron',
      'renderer/client.ts:1 imports electron/engine/engine.ts',
    ],
    kept: {
      'renderer/App.svelte': `<script lang="ts">import Check from '@lucide/svelte/icons/check'</script>`,
      'renderer/worker.ts': `import url from 'pdfjs-dist/build/pdf.worker.mjs?url'`,
      'renderer/client.ts': `import { calls } from '../electron/shared/contract.ts'`,
    },
  },
  'the preload script imports electron and itself, and of shared only types': {
    broken: {
      'electron/preload/preload.ts': `import { calls } from '../shared/contract.ts'\nimport 'node:fs'`,
      'electron/preload/bridge.ts': `import { type Calls, calls } from '../shared/contract.ts'`,
    },
    found: [
      'electron/preload/preload.ts:1 imports electron/shared/contract.ts',
      'electron/preload/preload.ts:2 imports node:fs',
      'electron/preload/bridge.ts:1 imports electron/shared/contract.ts',
    ],
    kept: {
      'electron/preload/preload.ts': `import { contextBridge } from 'electron'\nimport type { Calls } from '../shared/contract.ts'`,
      'electron/preload/bridge.ts': `import { type Calls } from '../shared/contract.ts'`,
    },
  },
  'the shell imports shared, itself, Node and the packages of the shell only': {
    broken: {
      'electron/main/main.ts': `import Database from 'better-sqlite3'\nimport '../engine/engine.ts'\nimport '../../renderer/a.ts'`,
    },
    found: [
      'electron/main/main.ts:1 imports better-sqlite3',
      'electron/main/main.ts:2 imports electron/engine/engine.ts',
      'electron/main/main.ts:3 imports renderer/a.ts',
    ],
    kept: {
      'electron/main/main.ts': `import { app } from 'electron'\nimport 'node:path'\nimport './window.ts'\nimport '../shared/contract.ts'`,
    },
  },
  'the engine imports no Electron': {
    broken: { 'electron/engine/utility.ts': `import type { ParentPort } from 'electron'` },
    found: ['electron/engine/utility.ts:1 imports electron'],
    kept: { 'electron/engine/utility.ts': `import { pino } from 'pino'\nimport 'node:fs'` },
  },
  'the engine imports shared and itself only': {
    broken: { 'electron/engine/media/previews.ts': `import { paint } from '../../../renderer/paint.ts'` },
    found: ['electron/engine/media/previews.ts:1 imports renderer/paint.ts'],
    kept: { 'electron/engine/engine.ts': `import '../shared/contract.ts'\nimport './log.ts'` },
  },
  'nobody but tests imports the engine': {
    broken: {
      'electron/main/a.ts': `import { startEngine } from '../engine/engine.ts'`,
      'build/practice/make.mjs': `import { startSandbox } from '../../electron/engine/sandbox/sandbox.ts'`,
      'electron/shared/contract.ts': `export type A = import('../engine/a.ts').A`,
    },
    found: [
      'electron/main/a.ts:1 imports electron/engine/engine.ts',
      'build/practice/make.mjs:1 imports electron/engine/sandbox/sandbox.ts',
      'electron/shared/contract.ts:1 imports electron/engine/a.ts',
    ],
    kept: {
      'test/unit/a.test.ts': `import { startEngine } from '../../electron/engine/engine.ts'`,
      'bin/intray.mjs': `await import('../out/main/intray.js')`,
    },
  },
  'a dangerous module has one owner file': {
    broken: {
      'electron/engine/ledger/connection.ts': `import Database from 'better-sqlite3'`,
      'electron/engine/ledger/items.ts': `import type Database from 'better-sqlite3'`,
      'electron/engine/sandbox/relay.ts': `import { request } from 'undici'`,
      'electron/main/calls.ts': `import { app, ipcMain } from 'electron'`,
      'electron/main/window.ts': `import electron from 'electron'\nelectron.ipcMain.on('a', () => {})`,
      'renderer/client.ts': `export const invoke = () => window.intray.invoke`,
      'renderer/App.svelte': `<button onclick={() => window.intray.invoke('a')}>a</button>`,
    },
    found: [
      'electron/engine/ledger/items.ts:1 better-sqlite3 belongs to electron/engine/ledger/connection.ts',
      'electron/engine/sandbox/relay.ts:1 undici belongs to a file in electron/engine/upload/',
      'electron/main/window.ts:2 ipcMain belongs to electron/main/calls.ts',
      'renderer/App.svelte:1 window.intray belongs to renderer/client.ts',
    ],
    kept: {
      'electron/engine/watch/events.ts': `import { watch } from 'chokidar'\nimport type { FSWatcher } from 'chokidar'`,
      'electron/main/calls.ts': `import { ipcMain } from 'electron'\nimport { z } from 'zod'`,
      'electron/main/relay.ts': `import type { ipcMain } from 'electron'`,
      'renderer/client.ts': `// window.intray is used here only\nwindow.intray.on('a', () => {})`,
      'test/integration/tampering.test.ts': `import Database from 'better-sqlite3'`,
    },
  },
  'no import cycle': {
    broken: {
      'renderer/a.ts': `import { b } from './b.ts'`,
      'renderer/b.ts': `\nimport C from './C.svelte'`,
      'renderer/C.svelte': `<script lang="ts">\n  import type { A } from './a.ts'\n</script>`,
      'renderer/self.ts': `export { x } from './self.ts'`,
    },
    found: [
      'renderer/C.svelte:2 closes the circle renderer/a.ts > renderer/b.ts > renderer/C.svelte > renderer/a.ts',
      'renderer/self.ts:1 closes the circle renderer/self.ts > renderer/self.ts',
    ],
    kept: {
      'renderer/a.ts': `import { b } from './b.ts'\nimport { c } from './c.ts'`,
      'renderer/b.ts': `import { c } from './c.ts'`,
      'renderer/c.ts': `import { readFile } from 'node:fs'`,
    },
  },
  'shared uses no global of Node or of a browser': {
    broken: {
      'electron/shared/a.ts': `export const a = process.env\nexport const size = (text: string): number => Buffer.byteLength(text)`,
      'electron/shared/b.ts': `export type Root = HTMLElement\nexport const title = () => window.document`,
    },
    found: [
      'electron/shared/a.ts:1 uses process',
      'electron/shared/a.ts:2 uses Buffer',
      'electron/shared/b.ts:1 uses HTMLElement',
      'electron/shared/b.ts:2 uses window',
    ],
    kept: {
      'electron/shared/a.ts': `export const titleOf = (document: { process: string }) => document.process`,
      'electron/shared/b.ts': `export const codes = { window: 'process' }\nexport const isUrl = (a: string) => URL.canParse(a)`,
      'electron/engine/log.ts': `export const pid = process.pid`,
    },
  },
  'SQL stands in the ledger only': {
    broken: {
      'electron/engine/decisions.ts': 'export const a = `SELECT *\n  FROM items WHERE id = ${String(1)}`',
      'electron/main/a.ts': `export const a = 'insert into items values (1)'\nexport const b = 'PRAGMA user_version'`,
      'electron/engine/upload/a.ts': 'export const a = (table: string) => `UPDATE ${table} SET state = 1`',
    },
    found: [
      'electron/engine/decisions.ts:1 SQL: SELECT *\n  FROM items WHERE id = ?',
      'electron/main/a.ts:1 SQL: insert into items values (1)',
      'electron/main/a.ts:2 SQL: PRAGMA user_version',
      'electron/engine/upload/a.ts:1 SQL: UPDATE ? SET state = 1',
    ],
    kept: {
      'electron/engine/ledger/queries.ts': `export const a = 'SELECT * FROM items'`,
      'electron/main/a.ts': `export const a = 'Select a folder from the list.'\nexport const b = 'Update and restart'`,
      'electron/engine/b.ts': `// SELECT * FROM items\nexport const b = 'with care as (it were)'`,
    },
  },
  'no barrel file': {
    broken: {
      'electron/shared/index.ts': `export * from './a.ts'\nexport type { B } from './b.ts'`,
      'renderer/all.ts': `import { a } from './a.ts'\nexport { a }`,
    },
    found: [
      'electron/shared/index.ts:1 only passes on what others export',
      'renderer/all.ts:1 only passes on what others export',
    ],
    kept: {
      'renderer/main.ts': `import './styles.css'\nimport { mount } from 'svelte'`,
      'renderer/a.ts': `export { b } from './b.ts'\nexport const c = 1`,
    },
  },
  'no default export': {
    broken: {
      'electron/main/a.ts': `const a = 1\nexport default a`,
      'electron/main/b.ts': `export default function open() {}`,
      'build/c.mjs': `const c = 1\nexport { c as default }`,
      'electron/engine/vitest.config.ts': `export default {}`,
    },
    found: [
      'electron/main/a.ts:2 has a default export',
      'electron/main/b.ts:1 has a default export',
      'build/c.mjs:2 has a default export',
      'electron/engine/vitest.config.ts:1 has a default export',
    ],
    kept: {
      'vitest.config.ts': `export default {}`,
      'electron/main/a.ts': `import Database from 'better-sqlite3'\nexport const text = 'export default'`,
    },
  },
  'no file or folder whose name says nothing': {
    broken: {
      'electron/engine/utils/a.ts': '',
      'renderer/ListHelper.svelte': '',
      'electron/main/window-manager.ts': '',
      'test/support/common.ts': '',
    },
    found: [
      'electron/engine/utils/a.ts:1 "utils" in its path',
      'renderer/ListHelper.svelte:1 "helper" in its path',
      'electron/main/window-manager.ts:1 "manager" in its path',
      'test/support/common.ts:1 "common" in its path',
    ],
    kept: { 'build/run/command.mjs': '', 'electron/engine/utility.ts': '' },
  },
  'no file over 400 lines': {
    broken: { 'electron/engine/long.ts': '\n'.repeat(401), 'renderer/Long.svelte': '<p></p>\n'.repeat(500) },
    found: ['electron/engine/long.ts:401 has 401 lines', 'renderer/Long.svelte:401 has 500 lines'],
    kept: { 'electron/engine/long.ts': '// text\n'.repeat(400), 'electron/engine/empty.ts': '' },
  },
  'no type check is switched off': {
    broken: {
      'electron/main/a.ts': `export const a = 1 ${anyCast}\n${ignoreMark}\nexport const b = 2`,
      'renderer/A.svelte': `<script lang="ts">let a = 1</script>\n\n<p>{a ${anyCast}}</p>`,
      'build/c.mjs': `/* ${ignoreMark.slice(3).replace('ignore', 'nocheck')} */`,
    },
    found: [
      'electron/main/a.ts:1 has as any',
      'electron/main/a.ts:2 has @ts-ignore',
      'renderer/A.svelte:3 has as any',
      'build/c.mjs:1 has @ts-nocheck',
    ],
    kept: {
      'electron/main/a.ts': `export const a = 'as any would'\n// as good as any\nexport const b = a as unknown`,
    },
  },
  'no test is skipped or alone': {
    broken: { 'test/unit/a.test.ts': `it.only('a', () => {})\n\ndescribe.skip('b', () => {})` },
    found: ['test/unit/a.test.ts:1 has it.only', 'test/unit/a.test.ts:3 has describe.skip'],
    kept: { 'test/unit/a.test.ts': `it.each([1])('a', () => {})\ndescribe('b', () => {})` },
  },
}
