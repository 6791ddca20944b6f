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

/** The view that Ctrl or Cmd with a digit goes to. */
export function viewOfKey(pressed: PressedKey): ViewName | undefined {
  return hasWindowModifier(pressed) ? viewNames[Number(pressed.key) - 1] : undefined
}

/** True for Ctrl or Cmd with F. */
export function isSearchKey(pressed: PressedKey): boolean {
  return hasWindowModifier(pressed) && pressed.key.toLowerCase() === 'f'
}
