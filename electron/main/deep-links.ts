import type { App } from 'electron'
import { itemLinkIn, linkScheme, parseItemLink } from './deep-link.ts'

export interface LinkTargets {
  /** Intray was started once more, without an address. */
  open(): void
  showItem(itemId: number): void
}

export interface Links {
  /** Follows what came so far, and everything that comes. */
  follow(targets: LinkTargets): void
}

/**
 * Takes addresses from the system: on the command line of this start or of another one, and on macOS as an event,
 * which may come before the application is ready. So this must be called at once.
 */
export function takeLinks(app: App, argv: readonly string[]): Links {
  let targets: LinkTargets | undefined
  let waiting = itemLinkIn(argv)

  function show(itemId: number | undefined): void {
    if (targets === undefined) waiting = itemId ?? waiting
    else if (itemId === undefined) targets.open()
    else targets.showItem(itemId)
  }

  app.on('open-url', (event, url) => {
    event.preventDefault()
    show(parseItemLink(url))
  })
  app.on('second-instance', (_event, otherArgv) => show(itemLinkIn(otherArgv)))
  // While Intray is being developed, the system would start a bare Electron.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)

  return {
    follow(given) {
      targets = given
      show(waiting)
    },
  }
}
