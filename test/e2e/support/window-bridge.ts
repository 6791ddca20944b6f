import type { Page } from '@playwright/test'
import { readAnswer } from '../../../electron/shared/answer.ts'
import type { Answer, AnswerText } from '../../../electron/shared/answer.ts'
import type { CallInput, CallOutput, CallsOwnedBy, WindowBridge } from '../../../electron/shared/contract.ts'

declare global {
  interface Window {
    readonly intray: WindowBridge
  }
}

/** Calls the shell as a hostile page would: with any name and any input. */
export async function callAs(page: Page, name: unknown, input: unknown): Promise<Answer<unknown>> {
  const text = await page.evaluate(
    async ([callName, callInput]) => {
      const invoke = window.intray.invoke as (name: unknown, input: unknown) => Promise<AnswerText<unknown>>
      return invoke(callName, callInput)
    },
    [name, input],
  )
  return readAnswer(text)
}

/** Asks what the window asks, and throws where it would be told of a failure. */
export async function ask<Name extends CallsOwnedBy<'engine' | 'main'>>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const answer = await callAs(page, name, input)
  if (!answer.ok) throw new Error(`${name}: ${answer.failure.code} ${answer.failure.detail}`)
  // The shell answers from the same contract.
  return answer.value as CallOutput<Name>
}
