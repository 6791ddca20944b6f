import { windowModifier } from '../keys/window-keys.ts'

/** True for Ctrl or Cmd with S. */
export function isSaveKey(event: KeyboardEvent): boolean {
  const modified = windowModifier === '⌘' ? event.metaKey : event.ctrlKey
  return modified && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 's'
}
