import type { Page } from '@playwright/test'

/** Gives operators their PINs, as a person does in the settings. From then on somebody must sign in. */
export async function givePins(page: Page, pins: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (pinByName) => {
    const read = await window.intray.invoke('settings.get', {})
    if (!read.ok) throw new Error(read.failure.code)
    const operators = []
    for (const [name, pin] of Object.entries(pinByName)) {
      const made = await window.intray.invoke('operator.makePin', { pin })
      if (!made.ok) throw new Error(made.failure.code)
      operators.push({ name, pin: made.value.pin })
    }
    const saved = await window.intray.invoke('settings.save', {
      settings: { ...read.value.settings, operators },
    })
    if (!saved.ok) throw new Error(saved.failure.code)
  }, pins)
}
