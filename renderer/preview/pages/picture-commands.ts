import type { PreviewCommand } from '../keys.ts'
import type { PictureLight } from '../light/picture-light.svelte.ts'
import { pictureChoices } from '../picture-choices.svelte.ts'
import type { PictureInHand } from './picture-in-hand.svelte.ts'

/** What the keys do to the picture in hand. */
export function pictureCommands(hand: PictureInHand, light: () => PictureLight) {
  const { view, loupe } = hand
  let holdsLoupe = false
  const actions = {
    fit: () => view.fit(),
    fit_width: () => view.fitWidth(),
    own_size: () => view.showOwnSize(),
    toggle_zoom: () => view.toggleFit(),
    zoom_in: () => (loupe.isOn ? loupe.changePower(1.25) : view.zoomIn()),
    zoom_out: () => (loupe.isOn ? loupe.changePower(0.8) : view.zoomOut()),
    turn_left: () => hand.turn('left'),
    turn_right: () => hand.turn('right'),
    loupe: () => {
      // The loupe that the button turned on goes with its key.
      holdsLoupe = !loupe.isOn
      loupe.isOn = holdsLoupe
    },
    auto_levels: () => {
      light().isAuto = !light().isAuto
    },
    darker: () => light().brighten(-1),
    brighter: () => light().brighten(1),
    less_contrast: () => light().harden(-1),
    more_contrast: () => light().harden(1),
    reset_levels: () => light().reset(),
    next_page: () => hand.goBy(1),
    previous_page: () => hand.goBy(-1),
    thumbnails: () => {
      pictureChoices.showsThumbnails = !pictureChoices.showsThumbnails
    },
  } as const satisfies Partial<Record<PreviewCommand, () => void>>

  // Object.keys widens the keys to string; these are the keys of the record above.
  const names = Object.keys(actions) as readonly (keyof typeof actions)[]
  return {
    names,
    run: (command: keyof typeof actions): void => actions[command](),
    /** A key was let go: a loupe that was held goes. */
    release(): void {
      if (holdsLoupe) loupe.isOn = false
      holdsLoupe = false
    },
  }
}
