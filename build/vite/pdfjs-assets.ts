import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import type { Plugin } from 'vite'

const packageDirectory = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** The folders that pdf.js loads from by plain name, and which of their files the window needs. */
const folders: Readonly<Record<string, RegExp>> = {
  cmaps: /./,
  standard_fonts: /./,
  // The policy of the window forbids WebAssembly: only the decoders' JavaScript form is of use.
  wasm: /_nowasm_fallback\.js$|LICENSE_(?:PDFJS_)?(?:JBIG2|OPENJPEG)$/,
}

const mimeByExtension: Readonly<Record<string, string>> = { '.js': 'text/javascript' }

/**
 * Puts pdf.js' character maps, standard fonts and image decoders under `pdfjs/`. Without them text in Asian or
 * unembedded fonts is missing, and pages that are fax or JPEG 2000 pictures stay blank.
 */
export function pdfjsAssets(): Plugin {
  return {
    name: 'intray:pdfjs-assets',
    generateBundle() {
      for (const [folder, wanted] of Object.entries(folders)) {
        const names = readdirSync(join(packageDirectory, folder)).filter((name) => wanted.test(name))
        for (const name of names) {
          const source = readFileSync(join(packageDirectory, folder, name))
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source })
        }
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [, folder = '', name = ''] = /^\/pdfjs\/([a-z_]+)\/([\w.-]+)$/.exec(request.url ?? '') ?? []
        if (!folders[folder]?.test(name)) return next()
        response.setHeader('Content-Type', mimeByExtension[extname(name)] ?? 'application/octet-stream')
        response.end(readFileSync(join(packageDirectory, folder, name)))
      })
    },
  }
}
