import type { Page } from '@playwright/test'
import { ask } from './window-bridge.ts'

/** Gives operators their PINs, as a person does in the settings. From then on somebody must sign in. */
export async function givePins(page: Page, pins: Readonly<Record<string, string>>): Promise<void> {
  const { settings } = await ask(page, 'settings.get', {})
  const operators = []
  for (const [name, pin] of Object.entries(pins)) {
    operators.push({ name, pin: (await ask(page, 'operator.makePin', { pin })).pin })
  }
  await ask(page, 'settings.save', { settings: { ...settings, operators } })
}
