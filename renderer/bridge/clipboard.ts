/** Puts text on the clipboard. Uses the document's own command where the clipboard permission is denied. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.className = 'sr-only'
    document.body.append(area)
    area.select()
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that needs no permission
    document.execCommand('copy')
    area.remove()
  }
}
