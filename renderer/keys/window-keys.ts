import { messages } from '../messages/current.ts'
import { viewNames } from '../../electron/shared/views.ts'
import type { ViewName } from '../../electron/shared/views.ts'

const isMac = navigator.userAgent.includes('Macintosh')

/** The modifier of the window's own keys, as it is printed. */
export const windowModifier = isMac ? '⌘' : messages.keys.control

type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** True where Ctrl, or Cmd on a Mac, is held and nothing else. */
export function hasWindowModifier(pressed: PressedKey): boolean {
  const [wanted, other] = isMac ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey]
  return wanted && !other && !pressed.altKey && !pressed.shiftKey
}

/** `Digit1` is the key in the row of digits, whatever character a keyboard gives there. */
const digitKey = /^Digit([1-9])$/

/**
 * The view that Ctrl or Cmd with a digit goes to. French keyboards give digits with Shift only, and `&` for the first key
 * of their row: there it counts by its place.
 */
export function viewOfKey(pressed: PressedKey & Pick<KeyboardEvent, 'code'>): ViewName | undefined {
  if (!hasWindowModifier(pressed)) return undefined
  const digit = /^[0-9]$/.test(pressed.key) ? pressed.key : digitKey.exec(pressed.code)?.[1]
  return digit === undefined ? undefined : viewNames[Number(digit) - 1]
}

/** True for Ctrl or Cmd with F. */
export function isSearchKey(pressed: PressedKey): boolean {
  return hasWindowModifier(pressed) && pressed.key.toLowerCase() === 'f'
}
