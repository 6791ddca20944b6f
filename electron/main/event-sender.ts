import type { WebContents } from 'electron'
import type { EventName, Events } from '../shared/contract.ts'
import { isOwnPage } from './page-origin.ts'

const eventChannel = 'intray:event'

/** Tells the window, if its page is there to listen. */
export function sendEvent<Name extends EventName>(
  contents: WebContents | undefined,
  name: Name,
  payload: Events[Name],
): void {
  if (contents === undefined || contents.isDestroyed() || !isOwnPage(contents.getURL())) return
  contents.send(eventChannel, { name, payload })
}
