import { PictureLight } from './light/picture-light.svelte.ts'

/** What stands beside the picture in hand. */
export type Beside = 'nothing' | 'other_side' | 'uploaded'

/** What a person chose for one picture and means for the next ones too. Lives as long as the window. */
class PictureChoices {
  beside = $state<Beside>('nothing')
  /** Whether both panes keep one zoom. */
  locksZoom = $state(true)
  showsThumbnails = $state(true)
  keepsLight = $state(false)
  #kept = new PictureLight()

  toggle(beside: Exclude<Beside, 'nothing'>): void {
    this.beside = this.beside === beside ? 'nothing' : beside
  }

  /** The light for the next picture in hand: as it was where it is kept, else plain. */
  lightForNext(): PictureLight {
    if (!this.keepsLight) this.#kept = new PictureLight()
    return this.#kept
  }
}

export const pictureChoices = new PictureChoices()
