/** Controls that make no text, and so need only the keys that move or press them. */
const textless: ReadonlySet<string> = new Set(['checkbox', 'radio', 'range'])
const keysOfTextless: ReadonlySet<string> = new Set([
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
  ...[' ', 'Enter', 'Escape', 'Tab'],
])

/** True while keys make text, and for a key that belongs to the handling of the control that has the focus. */
export function isTyping({ target, key }: Pick<KeyboardEvent, 'target' | 'key'>): boolean {
  if (target instanceof HTMLInputElement && textless.has(target.type)) return keysOfTextless.has(key)
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null)
  )
}

/** True where Enter and Space press what has the focus. */
export function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, summary, [role="button"]') !== null
}

/** True while a dialog, a popover or a list lies over the view: keys are for it alone. */
export function hasOpenLayer(): boolean {
  return (
    document.querySelector(
      '[data-dialog-content], [data-popover-content], [data-select-content], [data-combobox-content], [data-dropdown-menu-content]',
    ) !== null
  )
}

/** Chromium brings only the caret of a field into view, and half a button is enough for it. */
export function showWhole(event: FocusEvent): void {
  const { target } = event
  if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return
  const drawn = target.closest('label') ?? target
  drawn.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
