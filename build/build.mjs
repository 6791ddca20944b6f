import { ensureApplicationBuilt } from './run/application-build.mjs'
import { runEntry } from './run/entry.mjs'

// `npm run build`: builds into out/ for the Electron that ELECTRON_MAJOR_VER names, or the package's own.
await runEntry(async () => {
  const electronMajor = Number.parseInt(process.env['ELECTRON_MAJOR_VER'] ?? '', 10)
  await ensureApplicationBuilt({ force: true, ...(electronMajor > 0 ? { electronMajor } : {}) })
  return 0
})
