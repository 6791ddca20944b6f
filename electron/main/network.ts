import type { Session } from 'electron'

/** Port 1 of this computer: nothing answers there, and nothing leaves the computer. */
const nowhere = 'http://127.0.0.1:1/'

/**
 * Keeps Chromium from fetching dictionaries for itself, which it does for every session, past the rules for the
 * page's requests. Switched off after a session was made is too late; another address is not.
 */
export function denyDictionaries(sessions: readonly Session[]): void {
  for (const session of sessions) {
    session.setSpellCheckerDictionaryDownloadURL(nowhere)
    session.setSpellCheckerLanguages([])
    session.setSpellCheckerEnabled(false)
  }
}

/** Cancels every request of the page that would leave the application or read a file by its path. */
export function denyNetwork(session: Session): void {
  const urls = ['http', 'https', 'ws', 'wss', 'file', 'ftp'].map((scheme) => `${scheme}://*/*`)
  session.webRequest.onBeforeRequest({ urls }, (_details, decide) => decide({ cancel: true }))
}
