import { svelte } from '@sveltejs/vite-plugin-svelte'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import { electronFreeEntries } from './build/vite/electron-free-entries.ts'
import { pdfjsAssets } from './build/vite/pdfjs-assets.ts'

const root = import.meta.dirname

/** Entries that run on plain Node: the engine's process, its workers, the `intray` command. */
const engineEntries = {
  engine: resolve(root, 'electron/engine/utility.ts'),
  intray: resolve(root, 'electron/engine/intray.ts'),
  'examination-worker': resolve(root, 'electron/engine/ledger/examination-worker.ts'),
  'preview-worker': resolve(root, 'electron/engine/media/preview-worker.ts'),
}

export default defineConfig({
  main: {
    plugins: [electronFreeEntries(Object.keys(engineEntries))],
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: { main: resolve(root, 'electron/main/main.ts'), ...engineEntries },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can load nothing but itself: one CommonJS file with everything in it.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [tailwindcss(), svelte({ configFile: false }), pdfjsAssets()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      // The page's content security policy allows files of its own origin only: no data: URLs, nothing inline.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
})
