import { hasOpenLayer } from './focus.ts'

/**
 * Puts the focus where the view begins for people without a mouse: at its list, whose row in hand a screen reader then
 * reads, else at its heading.
 */
export function goHome(): void {
  const main = document.querySelector('main')
  const home =
    main?.querySelector<HTMLElement>('[data-focus-home]') ?? main?.querySelector<HTMLElement>('h1[tabindex]')
  home?.focus({ preventScroll: true })
}

/** Takes the focus out of a field, to where keys are commands. A dialog keeps its own. */
export function leave(field: HTMLElement): void {
  if (field.closest('[data-dialog-content], [data-popover-content]') === null) goHome()
  if (document.activeElement === field) field.blur()
}

/** Enter and Escape leave a field and keep what was typed; the next key is a command again. */
export function leaveField(event: KeyboardEvent): void {
  const leaves = event.key === 'Escape' || (event.key === 'Enter' && !event.isComposing)
  const { target } = event
  if (leaves && (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) leave(target)
}

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'])

/**
 * Never leaves the focus with the page itself, where a person without a mouse has to begin anew. The browser drops it
 * there when what had it goes away: a decided file, a closed notice, a button that has nothing more to do.
 * Returns the stop.
 */
export function keepFocus(): () => void {
  let held: HTMLElement | null = null

  function isLost(): boolean {
    return document.activeElement === document.body && !hasOpenLayer()
  }

  function onfocusin({ target }: FocusEvent): void {
    held = target instanceof HTMLElement ? target : null
  }

  /** A key that is no step of Tab is for the list: from the heading, or wherever a click has left the focus. */
  function onkeydown({ key }: KeyboardEvent): void {
    const isAtHeading = document.activeElement?.matches('main h1') === true && !hasOpenLayer()
    if (key !== 'Tab' && !modifiers.has(key) && (isLost() || isAtHeading)) goHome()
  }

  function restore(): void {
    if (held === null || !isLost()) return
    if (held.isConnected && !held.matches(':disabled')) held.focus({ preventScroll: true })
    else goHome()
  }

  const observer = new MutationObserver(() => {
    if (held === null) return
    if (!held.isConnected) restore()
    // The browser takes the focus from a disabled control when it draws the next time, and not before.
    else if (held.matches(':disabled')) requestAnimationFrame(() => setTimeout(restore))
  })
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', onfocusin)
  window.addEventListener('keydown', onkeydown, { capture: true })
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', onfocusin)
    window.removeEventListener('keydown', onkeydown, { capture: true })
  }
}
