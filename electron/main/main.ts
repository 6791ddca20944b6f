import { app } from 'electron'
import { mkdirSync } from 'node:fs'
import { registerAppScheme } from './app-protocol.ts'
import { runApplication } from './application.ts'
import { takeLinks } from './deep-links.ts'
import { openErrorLog } from './error-log.ts'
import { denyNavigation } from './navigation.ts'
import { findPaths } from './paths.ts'
import { isScreenMissing, screenMissingWords } from './screen-check.ts'

// Everything here must happen before Electron is ready. Waiting for that at the top level of a module hangs.
if (isScreenMissing(process.platform, process.env, process.argv)) {
  process.stderr.write(`${screenMissingWords}\n`)
  process.exit(1)
}
start()

function start(): void {
  const paths = findPaths(app, process.argv, process.env)
  const log = openErrorLog(paths.logFolder)
  process.on('uncaughtException', (error) => report('uncaught_exception', error))
  process.on('unhandledRejection', (error) => report('unhandled_rejection', error))

  mkdirSync(paths.chromiumDir, { recursive: true, mode: 0o700 })
  // As the installer names it; without it Windows shows no notification.
  app.setAppUserModelId('app.intray.desktop')
  app.setPath('userData', paths.dataDir)
  app.setPath('sessionData', paths.chromiumDir)
  // Who starts Intray without Chromium's sandbox, as root must, would get processes that refuse to run.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerAppScheme()
  denyNavigation(app)
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  const links = takeLinks(app, process.argv)
  app.whenReady().then(
    () =>
      runApplication(paths, links, log).catch((error: unknown) => {
        report('not_started', error)
        app.exit(1)
      }),
    (error: unknown) => report('not_ready', error),
  )

  function report(event: string, error: unknown): void {
    log.write(event, error)
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`${event}: ${words}\n`)
  }
}
