/** The look of everything that is typed into or chosen from. */
export const controlClasses = [
  'h-8 w-full min-w-0 rounded-md border border-control bg-surface px-2.5 text-base text-text shadow-control',
  'transition-colors duration-100 hover:border-muted',
  'focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0',
  'aria-invalid:border-danger disabled:opacity-50',
].join(' ')

/** The look of a list that opens below a control. */
export const popupClasses =
  'z-50 max-h-72 overflow-y-auto rounded-lg bg-raised p-1 text-text shadow-popover outline-none'

/** The look of one line of such a list. */
export const optionClasses =
  'flex min-h-8 items-center gap-2 rounded-md px-2 py-1 outline-none select-none data-highlighted:bg-selected'

/** The ids of what describes a field, for `aria-describedby`. */
export function describedBy(
  id: string,
  description: string | undefined,
  error: string | undefined,
): string | undefined {
  const ids = [error ? `${id}-error` : '', description ? `${id}-description` : ''].filter(Boolean)
  return ids.length === 0 ? undefined : ids.join(' ')
}
