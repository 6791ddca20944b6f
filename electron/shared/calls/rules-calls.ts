import type { Sentence } from '../sentences/told.ts'
import { z } from 'zod'
import { readingChanges } from '../readings.ts'
import type { NameExplanation, ReadField, RulesInForce, RulesProposal, RulesTrial } from '../readings.ts'
import type { IndexFile, IndexRow } from '../records.ts'
import { entityIdFormatSchema, rulesDefinitionSchema } from '../rules.ts'
import type { RuleProblem, RulesDefinition } from '../rules.ts'
import { call, entityId, folderId, mediaType, nothing, path } from './call-spec.ts'

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

/** Naming rules and index files. */
export const rulesCalls = {
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
  ).returns<{ problem: Sentence | null }>(),
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
} as const
