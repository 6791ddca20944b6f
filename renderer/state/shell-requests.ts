import { listen } from '../bridge/client.ts'
import { navigation } from './navigation.svelte.ts'

/** Goes where the shell asks to: a deep link, a notification, the menu. */
export const shellRequests = {
  /** Returns its stop. */
  start: (): (() => void) =>
    listen('window.goTo', ({ itemId, view }) => {
      if (itemId !== null) {
        navigation.connecting = false
        navigation.showItem(itemId)
      } else if (view !== null && !navigation.connecting) navigation.go(view)
    }),
}
