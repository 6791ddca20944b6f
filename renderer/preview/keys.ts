import { commandOf } from '../keys/bindings.ts'
import type { KeyBinding } from '../keys/bindings.ts'
import { hasOpenLayer, isTyping } from '../keys/focus.ts'

export type PreviewCommand =
  'toggle_zoom' | 'zoom_in' | 'zoom_out' | 'turn_left' | 'turn_right' | 'next_page' | 'previous_page'

/** The keys of the preview, wherever it is shown. */
export const previewKeys: Readonly<Record<PreviewCommand, readonly string[]>> = {
  toggle_zoom: ['z'],
  zoom_in: ['+', '='],
  zoom_out: ['-'],
  turn_left: [','],
  turn_right: ['.'],
  next_page: ['PageDown'],
  previous_page: ['PageUp'],
}

const held: readonly PreviewCommand[] = ['zoom_in', 'zoom_out', 'next_page', 'previous_page']

// Object.keys widens the keys to string; these are the keys of the record above.
const commands = Object.keys(previewKeys) as PreviewCommand[]
const bindings: readonly KeyBinding<PreviewCommand>[] = commands.map((command) => ({
  command,
  keys: previewKeys[command],
  repeats: held.includes(command),
}))

/** What a key press asks the preview to do; undefined when it is not meant for the preview. */
export function previewCommandOf(event: KeyboardEvent): PreviewCommand | undefined {
  if (event.defaultPrevented || hasOpenLayer() || isTyping(event.target)) return undefined
  return commandOf(event, bindings)
}
