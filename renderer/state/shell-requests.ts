import { listen } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { navigation } from './navigation.svelte.ts'
import { toasts } from './toasts.svelte.ts'

const text = messages.windowFrame

/** Goes where the shell asks to: a deep link, a notification, the menu. */
export const shellRequests = {
  /** Returns its stop. */
  start: (): (() => void) =>
    listen('window.goTo', ({ itemId, view }) => {
      if (itemId !== null) {
        navigation.showItem(itemId)
        // Whatever was typed into the set-up would be lost, and anything may call a link.
        if (navigation.connecting)
          toasts.show({ tone: 'neutral', title: text.linkWaits(itemId), words: text.linkWaitsWords })
      } else if (view !== null && !navigation.connecting) navigation.go(view)
    }),
}
