import type { App } from 'electron'
import { join, resolve } from 'node:path'

/** Every place that the shell knows. */
export interface Paths {
  /** Settings, ledger, logs and the key lie here. */
  readonly dataDir: string
  readonly keyFile: string
  readonly windowPlaceFile: string
  readonly preferencesFile: string
  readonly logFolder: string
  /** What Chromium keeps of its own. Holds no scans. */
  readonly chromiumDir: string
  readonly engineFile: string
  readonly preloadFile: string
  readonly pageFolder: string
  readonly resourcesDir: string
  /** The application's icon, and on macOS the one of the tray. */
  readonly iconFile: string
  readonly trayIconFile: string
}

/** The data folder is the system's own for Intray, unless `--data-dir=` or INTRAY_DATA_DIR names another. */
export function findPaths(app: App, argv: readonly string[], environment: NodeJS.ProcessEnv): Paths {
  const dataDir = findDataDir(argv, environment) ?? app.getPath('userData')
  const root = app.getAppPath()
  const iconFile = app.isPackaged
    ? join(process.resourcesPath, 'icon.png')
    : join(root, 'build', 'icons', '512x512.png')
  const templateFile = app.isPackaged
    ? join(process.resourcesPath, 'trayTemplate.png')
    : join(root, 'build', 'tray', 'trayTemplate.png')
  return {
    iconFile,
    trayIconFile: process.platform === 'darwin' ? templateFile : iconFile,
    dataDir,
    keyFile: join(dataDir, 'api-key.bin'),
    windowPlaceFile: join(dataDir, 'window.json'),
    preferencesFile: join(dataDir, 'preferences.json'),
    logFolder: join(dataDir, 'logs'),
    chromiumDir: join(dataDir, 'chromium'),
    engineFile: join(root, 'out', 'main', 'engine.js'),
    preloadFile: join(root, 'out', 'preload', 'preload.cjs'),
    pageFolder: join(root, 'out', 'renderer'),
    resourcesDir: app.isPackaged ? process.resourcesPath : join(root, 'resources'),
  }
}

/** The folder that the command line or else the environment names, as a full path. */
export function findDataDir(argv: readonly string[], environment: NodeJS.ProcessEnv): string | undefined {
  const prefix = '--data-dir='
  const argument = argv.find((each) => each.startsWith(prefix))?.slice(prefix.length)
  const named = argument ?? environment['INTRAY_DATA_DIR'] ?? ''
  return named === '' ? undefined : resolve(named)
}
