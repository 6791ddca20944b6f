import { z } from 'zod'
import type { Failure } from './error-codes.ts'
import { itemStates } from './item-states.ts'
import { readingChanges } from './readings.ts'
import type {
  NameExplanation,
  ReadField,
  RulesInForce,
  RulesProgress,
  RulesProposal,
  RulesTrial,
} from './readings.ts'
import type {
  FolderAccount,
  IndexFile,
  IndexRow,
  Item,
  ItemDetail,
  ItemPage,
  LedgerBackup,
  VerifyReport,
} from './records.ts'
import { entityIdFormatSchema, fieldsSchema, rulesDefinitionSchema } from './rules.ts'
import type { RuleProblem, RulesDefinition } from './rules.ts'
import { connectionSchema, priorities, settingsSchema } from './settings.ts'
import type { Settings, SettingsProblem } from './settings.ts'
import type { ConnectionTest, EngineState, Status } from './status.ts'

/**
 * Who answers a call. `engine`: main relays it. `main`: the shell answers. `engine_private`: only main may
 * ask the engine; the window cannot.
 */
export type CallOwner = 'engine' | 'main' | 'engine_private'

export interface CallSpec<
  Owner extends CallOwner = CallOwner,
  Input extends z.ZodType = z.ZodType,
  Output = unknown,
> {
  readonly owner: Owner
  readonly input: Input
  /** Carries the output type; never set. */
  readonly output?: Output
}

function call<Owner extends CallOwner, Input extends z.ZodType>(owner: Owner, input: Input) {
  return { returns: <Output>(): CallSpec<Owner, Input, Output> => ({ owner, input }) }
}

const nothing = z.strictObject({})
const itemId = z.int().positive()
const revision = z.int().nonnegative()
const entityId = z.string().max(128)
const mediaType = z.string().max(200)
const reason = z.string().trim().max(1_000)
const decision = z.strictObject({ itemId, revision })
const folderId = z.string().max(64)
const path = z.string().max(40_000)

/** A name with the parts that a person marked, or with the values that a person gave. */
const nameExample = z.strictObject({
  folderId,
  path,
  marks: z
    .array(
      z.strictObject({
        field: z.custom<ReadField>(isReadField, 'No field of a name.'),
        start: z.int().nonnegative(),
        end: z.int().positive(),
        value: z.string().max(200).optional(),
      }),
    )
    .max(50),
  entityId: entityId.optional(),
  mediaType: mediaType.optional(),
})

function isReadField(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^(entity_id|media_type|side|date|folder[2-9]?|field:[a-z][a-z0-9_]*)$/.test(value)
  )
}

/** Every call between the window, the shell and the engine. Everything that carries calls derives from this. */
export const calls = {
  'status.get': call('engine', nothing).returns<Status>(),

  'items.list': call(
    'engine',
    z.strictObject({
      /** Empty: every state. */
      states: z.array(z.enum(itemStates)).max(itemStates.length).default([]),
      /** Part of a name, path, entity, media type or SHA-256. */
      text: z.string().max(300).default(''),
      folderId: z.string().max(64).optional(),
      order: z.enum(['oldest_first', 'newest_first']).default('newest_first'),
      cursor: z.string().max(100).optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
  ).returns<ItemPage>(),
  'items.get': call('engine', z.strictObject({ itemId })).returns<ItemDetail>(),

  /** Corrects and approves in one step. A `reason` is needed to send in spite of a blocking finding. */
  'review.approve': call(
    'engine',
    decision.extend({
      entityId: entityId.optional(),
      mediaType: mediaType.optional(),
      fields: fieldsSchema.optional(),
      reason: reason.optional(),
    }),
  ).returns<Item>(),
  'review.correct': call(
    'engine',
    decision.extend({
      entityId: entityId.optional(),
      mediaType: mediaType.optional(),
      fields: fieldsSchema.optional(),
    }),
  ).returns<Item>(),
  /** Rejects the item and writes a slip into the folder's `rescan` sub-folder. */
  'review.requestRescan': call('engine', decision.extend({ reason: reason.min(1) })).returns<Item>(),
  /** Asks the endpoint now whether it knows the item's entity. */
  'review.lookUpEntity': call('engine', decision).returns<Item>(),
  'review.reject': call('engine', decision.extend({ reason })).returns<Item>(),
  'review.reopen': call('engine', decision).returns<Item>(),
  'review.retry': call('engine', decision).returns<Item>(),
  /** A person decides what is true of an upload whose answer never came. */
  'review.settleUnknown': call(
    'engine',
    decision.extend({ choice: z.enum(['arrived', 'send_again']), reason: reason.min(1) }),
  ).returns<Item>(),
  /** Looks at the endpoint whether an unknown upload arrived. Leaves the item as it is when it cannot tell. */
  'review.lookUp': call('engine', decision).returns<Item>(),

  'rules.get': call('engine', nothing).returns<RulesInForce>(),
  /** Tries rules on every waiting file and the last thousands of the ledger, and changes nothing. */
  'rules.try': call(
    'engine',
    z.strictObject({
      definition: rulesDefinitionSchema,
      show: z
        .enum(['all', 'waiting', 'matched', 'ambiguous', 'unmatched', 'changed', ...readingChanges])
        .default('all'),
      /** Only files that this rule reads. */
      ruleId: z.string().max(64).optional(),
      text: z.string().max(300).default(''),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(0).max(500).default(100),
    }),
  ).returns<RulesTrial>(),
  /** Why each rule does or does not read a name; without a definition, by the rules in force. */
  'rules.explain': call(
    'engine',
    z.strictObject({ folderId: folderId.optional(), path, definition: rulesDefinitionSchema.optional() }),
  ).returns<NameExplanation>(),
  /**
   * Puts rules in force and reads waiting items again; `rules.changed` tells how far that is. Refused as
   * `stale_rules` when others were saved since `baseVersion`.
   */
  'rules.save': call(
    'engine',
    z.strictObject({ definition: rulesDefinitionSchema, baseVersion: z.int().nonnegative() }),
  ).returns<{ problems: readonly RuleProblem[]; rules: RulesInForce }>(),
  /** Brings back the rules before the last change, as a new version. */
  'rules.undo': call(
    'engine',
    z.strictObject({ baseVersion: z.int().nonnegative() }),
  ).returns<RulesInForce>(),
  /** What is wrong with an entity id by a form that is being edited, in plain words; null where it has the form. */
  'rules.checkEntityId': call(
    'engine',
    z.strictObject({ entityIds: entityIdFormatSchema, entityId }),
  ).returns<{ problem: string | null }>(),
  /** Rules that would explain the examples, the best first. Nothing becomes active. */
  'rules.propose': call(
    'engine',
    z.strictObject({
      examples: z.array(nameExample).min(1).max(200),
      definition: rulesDefinitionSchema.optional(),
    }),
  ).returns<{ proposals: readonly RulesProposal[] }>(),
  /** The text of a rules file. */
  'rules.export': call('engine', z.strictObject({ definition: rulesDefinitionSchema.optional() })).returns<{
    text: string
  }>(),
  /** Reads a rules file. Nothing becomes active. */
  'rules.import': call('engine', z.strictObject({ text: z.string().max(5_000_000) })).returns<{
    definition: RulesDefinition | null
    problems: readonly RuleProblem[]
  }>(),

  'index.list': call('engine', nothing).returns<{ files: readonly IndexFile[] }>(),
  'index.rows': call(
    'engine',
    z.strictObject({
      folderId,
      path,
      show: z.enum(['all', 'matched', 'waiting', 'malformed']).default('all'),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
  ).returns<{ rows: readonly IndexRow[]; rowCount: number }>(),

  /** Sends an item before or after others; null: as its folder says. */
  'review.prioritise': call(
    'engine',
    decision.extend({ priority: z.enum(priorities).nullable() }),
  ).returns<Item>(),

  'uploads.pause': call('engine', nothing).returns<null>(),
  'uploads.resume': call('engine', nothing).returns<null>(),

  'folders.compare': call('engine', nothing).returns<null>(),
  /** Seen = uploaded + waiting + attention + rejected + ignored + missing, by folder and day. */
  'folders.account': call(
    'engine',
    z.strictObject({ folderId: folderId.optional(), days: z.int().min(1).max(3_660).default(31) }),
  ).returns<FolderAccount>(),

  'settings.get': call('engine', nothing).returns<{
    settings: Settings
    path: string
    dataDir: string
    practiceFolder: string
    problems: readonly SettingsProblem[]
  }>(),
  'settings.save': call('engine', z.strictObject({ settings: settingsSchema })).returns<{
    problems: readonly SettingsProblem[]
  }>(),

  /** Tries a connection without saving it. Uses the stored key unless one is given. */
  'connection.test': call(
    'engine',
    z.strictObject({ connection: connectionSchema, key: z.string().max(4096).optional() }),
  ).returns<ConnectionTest>(),
  'connection.setKey': call('main', z.strictObject({ key: z.string().trim().min(1).max(4096) })).returns<{
    /** False when the keychain is not available and the key lives only until Intray is closed. */
    kept: boolean
  }>(),
  'connection.forgetKey': call('main', nothing).returns<null>(),

  'ledger.verify': call('engine', nothing).returns<VerifyReport>(),
  'ledger.backUp': call('engine', nothing).returns<LedgerBackup>(),
  'ledger.backups': call('engine', nothing).returns<{ backups: readonly LedgerBackup[] }>(),

  'shell.engineState': call('main', nothing).returns<EngineState>(),
  'shell.openItem': call('main', z.strictObject({ itemId })).returns<null>(),
  'shell.showItem': call('main', z.strictObject({ itemId })).returns<null>(),
  'shell.showFolder': call('main', z.strictObject({ folderId: z.string().max(64) })).returns<null>(),
  'shell.pickFolder': call('main', nothing).returns<{ path: string | null }>(),
  /** Lets the person choose where a text is kept. */
  'shell.saveText': call(
    'main',
    z.strictObject({ suggestedName: z.string().min(1).max(120), text: z.string().max(5_000_000) }),
  ).returns<{ saved: boolean }>(),
  /** Lets the person choose a text file and reads it; null when nothing was chosen. */
  'shell.openText': call('main', nothing).returns<{ file: { name: string; text: string } | null }>(),

  'secrets.provide': call(
    'engine_private',
    z.strictObject({ key: z.string().max(4096).nullable() }),
  ).returns<null>(),
  /** Where an item's file is, for the shell's own use. */
  'items.locate': call('engine_private', z.strictObject({ itemId })).returns<{ path: string }>(),
  'folders.locate': call('engine_private', z.strictObject({ folderId: z.string().max(64) })).returns<{
    path: string
  }>(),
  /**
   * A file that Chromium can show: the scan itself, or a picture made of it.
   * Fails with `preview_unavailable` where neither exists.
   */
  'media.preview': call('engine_private', z.strictObject({ itemId })).returns<{
    path: string
    mime: string
  }>(),
  /** How the system reaches the endpoint: a proxy by its settings or PAC, and the authorities that it trusts. */
  'network.provide': call(
    'engine_private',
    z.strictObject({
      proxyUrl: z.string().max(2_000).nullable(),
      authorities: z.array(z.string().max(100_000)).max(2_000),
    }),
  ).returns<null>(),
  /** What became of a file that the engine wanted in the system's trash. */
  'files.trashed': call(
    'engine_private',
    z.strictObject({ itemId, failure: z.string().max(1_000).nullable() }),
  ).returns<null>(),
  'engine.stop': call('engine_private', nothing).returns<null>(),
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
  'engine.changed': EngineState
  'rules.changed': RulesProgress
  /** For the shell: only it can use the system's trash. It answers by `files.trashed`. */
  'files.trashWanted': { readonly itemId: number; readonly path: string }
}

export type EventName = keyof Events

/** True for the name of a call; names come from the window and are not trusted. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}

/** How an answer travels between processes. */
export type Answer<Output> =
  { readonly ok: true; readonly value: Output } | { readonly ok: false; readonly failure: Failure }

/** What the preload script gives the window as `window.intray`. */
export interface WindowBridge {
  /** Never rejects for an expected failure: the answer says what went wrong. */
  invoke<Name extends CallsOwnedBy<'engine' | 'main'>>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<Answer<CallOutput<Name>>>
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
