import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where everything lies that Intray keeps. Practice and live work never share a ledger, nor do two profiles. */
export interface DataFolder {
  readonly root: string
  readonly settingsFile: string
  readonly logFolder: string
  readonly practiceScans: string
  readonly practiceStore: string
  /** Practice has one ledger, whatever the profile. */
  ledgerFile(mode: 'practice' | 'live', profileId: string): string
  readonly previewCache: string
}

export function dataFolder(root: string, settingsFile = join(root, 'settings.json')): DataFolder {
  return {
    root,
    settingsFile,
    logFolder: join(root, 'logs'),
    practiceScans: join(root, 'practice', 'scans'),
    practiceStore: join(root, 'practice', 'endpoint.jsonl'),
    ledgerFile: (mode, profileId) => join(root, ...ledgerFolder(mode, profileId), 'ledger.sqlite3'),
    previewCache: join(root, 'previews'),
  }
}

/** The profile of every new installation. Its ledger lies where it lay before there were others. */
export const firstProfileId = 'main'

function ledgerFolder(mode: 'practice' | 'live', profileId: string): string[] {
  return mode === 'practice' || profileId === firstProfileId ? [mode] : ['profiles', profileId]
}

/** The data folder where none is named: the same one that the desktop application uses on each system. */
export function defaultDataRoot(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'win32')
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Intray')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Intray')
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Intray')
}
