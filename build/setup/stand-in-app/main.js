// Becomes resources/default_app.asar of the stand-in: what `electron <folder>` runs first. It does what
// Electron's own default app does for a folder argument.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const { folder, preloads } = readArguments(process.argv.slice(1))
const require = createRequire(import.meta.url)
for (const preload of preloads) require(preload)

if (folder === undefined) {
  console.error('Usage: electron [-r module] [switches] <application folder>')
  app.exit(2)
} else {
  await runApplication(resolve(folder))
}

/** The first argument that is no switch is the folder; what follows is the application's own. */
function readArguments(argv) {
  const preloads = []
  for (let index = 0; index < argv.length; index++) {
    const argument = argv[index]
    if (argument === '-r' || argument === '--require') preloads.push(argv[++index])
    else if (!argument.startsWith('-')) return { folder: argument, preloads }
  }
  return { folder: undefined, preloads }
}

async function runApplication(applicationPath) {
  const { name, productName, version, main } = JSON.parse(
    readFileSync(join(applicationPath, 'package.json'), 'utf8'),
  )
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  app.setAppPath(applicationPath)
  app.setName(productName ?? name)
  app.setVersion(version)
  app.setDesktopName(`${app.getName()}.desktop`)
  await import(pathToFileURL(join(applicationPath, main)).href)
}
