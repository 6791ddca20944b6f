import type { z } from 'zod'
import type { Answer, AnswerText } from './answer.ts'
import type { CallOwner, CallSpec } from './calls/call-spec.ts'
import { engineCalls } from './calls/engine-calls.ts'
import { itemCalls } from './calls/item-calls.ts'
import { privateCalls } from './calls/private-calls.ts'
import { reviewCalls } from './calls/review-calls.ts'
import { rulesCalls } from './calls/rules-calls.ts'
import { shellCalls } from './calls/shell-calls.ts'
import type { Failure } from './error-codes.ts'
import type { Language, Preferences } from './preferences.ts'
import type { RulesProgress } from './readings.ts'
import type { DropResult } from './records.ts'
import type { EngineState, Status } from './status.ts'
import type { ViewName } from './views.ts'

/** Every call between the window, the shell and the engine. Everything that carries calls derives from this. */
export const calls = {
  ...engineCalls,
  ...itemCalls,
  ...reviewCalls,
  ...rulesCalls,
  ...shellCalls,
  ...privateCalls,
} as const satisfies Record<string, CallSpec>

export type CallName = keyof typeof calls
export type CallInput<Name extends CallName> = z.input<(typeof calls)[Name]['input']>
export type ParsedInput<Name extends CallName> = z.output<(typeof calls)[Name]['input']>
export type CallOutput<Name extends CallName> =
  (typeof calls)[Name] extends CallSpec<CallOwner, z.ZodType, infer Output> ? Output : never

/** The names of the calls that one process answers. */
export type CallsOwnedBy<Owner extends CallOwner> = {
  [Name in CallName]: (typeof calls)[Name]['owner'] extends Owner ? Name : never
}[CallName]

/** A handler for every call of an owner: one that is missing stops the build. */
export type Handlers<Owner extends CallOwner> = {
  readonly [Name in CallsOwnedBy<Owner>]: (input: ParsedInput<Name>) => Promise<CallOutput<Name>>
}

/** What the engine and the shell tell the window without being asked. */
export interface Events {
  'status.changed': Status
  /** Which items changed; `null` when too many did to name them. */
  'items.changed': { readonly itemIds: readonly number[] | null }
  'upload.progressed': { readonly itemId: number; readonly sentBytes: number; readonly totalBytes: number }
  /** How much of a bundle is checked, 0 to 1; of a check that takes a moment only nothing is told. */
  'evidence.checkProgressed': { readonly share: number }
  'engine.changed': EngineState
  'rules.changed': RulesProgress
  'preferences.changed': Preferences
  /** The shell asks the window to show something: a deep link, a click on a notification or in the tray. */
  'window.goTo': { readonly itemId: number | null; readonly view: ViewName | null }
  /** For the shell: only it can use the system's trash. It answers by `files.trashed`. */
  'files.trashWanted': { readonly itemId: number; readonly path: string }
}

export type EventName = keyof Events

/** True for the name of a call; names come from the window and are not trusted. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}

/** What the preload script gives the window as `window.intray`. */
export interface WindowBridge {
  /** Never rejects for an expected failure: the answer says what went wrong. */
  invoke<Name extends CallsOwnedBy<'engine' | 'main'>>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<AnswerText<CallOutput<Name>>>
  /** Copies files that were dragged onto the window into a watched folder. */
  dropFiles(folderId: string, files: readonly File[]): Promise<Answer<DropResult>>
  /** In which language the window starts. */
  readonly language: Language
  /** Listens to an event and returns its stop. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void
}

/** Messages from the shell to the engine process. */
export interface EngineRequest {
  readonly kind: 'call'
  readonly callId: number
  readonly name: CallName
  readonly input: unknown
}

/** Messages from the engine process to the shell. */
export type EngineMessage =
  | { readonly kind: 'answer'; readonly callId: number; readonly answer: Answer<unknown> }
  | { readonly kind: 'event'; readonly name: EventName; readonly payload: unknown }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly failure: Failure }
