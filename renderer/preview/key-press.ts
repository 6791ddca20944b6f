import { commandOf, firstKeyName } from '../keys/bindings.ts'
import { hasOpenLayer, isPressable, isTyping } from '../keys/focus.ts'
import { bindingsOf } from '../keys/own-keys.ts'
import { previewKeys } from './keys.ts'
import type { PreviewCommand } from './keys.ts'

/** Which of `commands` a key press asks for; undefined when it is not meant for the preview. */
export function previewCommandOf<Command extends PreviewCommand>(
  event: KeyboardEvent,
  commands: readonly Command[],
): Command | undefined {
  if (event.defaultPrevented || hasOpenLayer() || isTyping(event)) return undefined
  if ((event.key === 'Enter' || event.key === ' ') && isPressable(event.target)) return undefined
  const pressed = commandOf(event, bindingsOf('picture', previewKeys))
  return commands.find((command) => command === pressed)
}

/** The first key of a command as it is printed; empty where a person gave it none. */
export function previewKeyName(command: PreviewCommand): string {
  return firstKeyName(bindingsOf('picture', previewKeys), command) ?? ''
}
