import type { Plugin } from 'vite'

/**
 * Fails the build when one of the named entries, or a chunk that it loads, imports Electron. Those entries run on
 * plain Node, where that import cannot be resolved; a chunk shared with the main process would bring it in.
 */
export function electronFreeEntries(entries: readonly string[]): Plugin {
  return {
    name: 'intray:electron-free-entries',
    generateBundle(_options, bundle) {
      const visited = new Set<string>()
      const visit = (fileName: string, path: readonly string[]): void => {
        const chunk = bundle[fileName]
        if (visited.has(fileName) || chunk?.type !== 'chunk') return
        visited.add(fileName)
        for (const imported of [...chunk.imports, ...chunk.dynamicImports]) {
          if (imported === 'electron' || imported.startsWith('electron/')) {
            this.error(`${[...path, fileName].join(' -> ')} imports ${imported}`)
          }
          visit(imported, [...path, fileName])
        }
      }
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && chunk.isEntry && entries.includes(chunk.name)) visit(chunk.fileName, [])
      }
    },
  }
}
