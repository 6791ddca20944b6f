import type { Session } from 'electron'

/** Cancels every request of the page that would leave the application or read a file by its path. */
export function denyNetwork(session: Session): void {
  const urls = ['http', 'https', 'ws', 'wss', 'file', 'ftp'].map((scheme) => `${scheme}://*/*`)
  session.webRequest.onBeforeRequest({ urls }, (_details, decide) => decide({ cancel: true }))
}
