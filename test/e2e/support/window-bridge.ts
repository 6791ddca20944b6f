import type { Page } from '@playwright/test'
import type { Answer, WindowBridge } from '../../../electron/shared/contract.ts'

declare global {
  interface Window {
    readonly intray: WindowBridge
  }
}

/** Calls the shell as a hostile page would: with any name and any input. */
export function callAs(page: Page, name: unknown, input: unknown): Promise<Answer<unknown>> {
  return page.evaluate(
    async ([callName, callInput]) => {
      const invoke = window.intray.invoke as (name: unknown, input: unknown) => Promise<Answer<unknown>>
      return invoke(callName, callInput)
    },
    [name, input],
  )
}
