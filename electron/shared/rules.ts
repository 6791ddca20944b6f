import { formSentences } from './sentences/settings-sentences.ts'
import type { Told } from './sentences/told.ts'
import { z } from 'zod'
import { shortIdSchema } from './short-id.ts'

/** The names of further values. Those of the endpoint's own keys cannot be used: they would overwrite them. */
export const fieldNamePattern = /^[a-z][a-z0-9_]{0,39}$/
export const reservedFieldNames: ReadonlySet<string> = new Set([
  'media',
  'media_type',
  'name',
  'source',
  'timestamp',
  'custom_data',
  'entity_id',
  'original_name',
  'original_sha256',
  'sha256',
  'intray_item',
])

const fieldName = z
  .string()
  .regex(fieldNamePattern, formSentences.field_name_characters)
  .refine((name) => !reservedFieldNames.has(name), formSentences.field_name_taken)

/** Values that travel as custom data, by name. */
export const fieldsSchema = z.record(fieldName, z.string().max(1_000))

export const entityIdCases = ['as_written', 'upper', 'lower'] as const

/** How an entity id is made of the characters that a rule found. Steps run in the order of the keys. */
export const entityIdReadingSchema = z.strictObject({
  remove: z
    .string()
    .max(20)
    .default('')
    .describe('Characters that are taken out, such as spaces and dashes.'),
  case: z.enum(entityIdCases).default('as_written'),
  padTo: z
    .int()
    .min(0)
    .max(128)
    .default(0)
    .describe('Filled with zeros from the left to this length. 0: not.'),
  prefix: z.string().max(64).default('').describe('What is put in front.'),
})

export const ruleSchema = z.strictObject({
  id: shortIdSchema,
  name: z.string().min(1).max(120),
  kind: z
    .enum(['pattern', 'expression'])
    .default('pattern')
    .describe('`pattern`: fields in braces. `expression`: a regular expression with named groups (RE2).'),
  pattern: z
    .string()
    .min(1)
    .max(500)
    .describe(
      'How names are read, e.g. {entity_id}_{media_type}[_{side}].{ext} or {entity_id}/{media_type}. The extension may be left out.',
    ),
  enabled: z.boolean().default(true),
  folders: z
    .array(z.string().max(64))
    .max(200)
    .default([])
    .describe('The ids of the folders where it applies. Empty: everywhere.'),
  entityId: z
    .string()
    .max(300)
    .optional()
    .describe(
      'A fixed entity id, where the pattern has none. It may hold {folder}, {folder2} and {field:name} of the pattern.',
    ),
  mediaType: z.string().max(200).optional().describe('A fixed media type, where the pattern has none.'),
  side: z.enum(['front', 'back']).optional().describe('A fixed side, where the pattern has none.'),
  fields: fieldsSchema.optional().describe('Fixed further values, which travel as custom data.'),
  entityIdReading: entityIdReadingSchema
    .optional()
    .describe('How the entity id is made of the characters that were found.'),
})

export const checkDigits = ['none', 'luhn', 'mod_97', 'mod_11'] as const

/** The organisation's own form of entity ids, which is narrower than what the endpoint takes. */
export const entityIdFormatSchema = z.strictObject({
  pattern: z
    .string()
    .max(300)
    .default('')
    .describe('A regular expression (RE2) that the whole entity id must match. Empty: any.'),
  checkDigit: z
    .enum(checkDigits)
    .default('none')
    .describe('The last digits prove the others: Luhn, ISO 7064 mod 97 (two digits), mod 11.'),
})

export const aliasesSchema = z.record(
  z.string().min(1).max(200),
  z.array(z.string().min(1).max(100)).max(100),
)

export const sideNamesSchema = z.strictObject({
  front: z.array(z.string().min(1).max(40)).max(50).default([]),
  back: z.array(z.string().min(1).max(40)).max(50).default([]),
})

/** A rule of such a name that a house has not renamed is called in the language of the window. */
export const shippedRuleNames = ['Entity and media type', 'A folder for each entity'] as const

/** The rules a new installation starts with. */
export const shippedRules: z.input<typeof ruleSchema>[] = [
  { id: 'entity-and-type', name: shippedRuleNames[0], pattern: '{entity_id}_{media_type}' },
  { id: 'folder-per-entity', name: shippedRuleNames[1], pattern: '{entity_id}/{media_type}' },
]

/** Everything that decides how names are read. A part of the settings, and the whole of a rules file. */
export const rulesDefinitionSchema = z.strictObject({
  rules: z
    .array(ruleSchema)
    .max(500)
    .prefault(() => shippedRules),
  mediaTypeAliases: aliasesSchema.default({}).describe('Further names of media types, by media type.'),
  sideNames: sideNamesSchema.prefault({}).describe('Further words for the front and the back of a document.'),
  entityIds: entityIdFormatSchema.prefault({}).describe('The form of the organisation’s own entity ids.'),
})

export type RulesDefinition = z.infer<typeof rulesDefinitionSchema>
export type NamingRule = z.infer<typeof ruleSchema>
export type EntityIdReading = z.infer<typeof entityIdReadingSchema>
export type EntityIdFormat = z.infer<typeof entityIdFormatSchema>
export type SideNames = z.infer<typeof sideNamesSchema>
export type MediaTypeAliases = z.infer<typeof aliasesSchema>

/** What is wrong with a rule, or with what is common to all of them (`ruleId` null). */
export interface RuleProblem extends Told {
  readonly ruleId: string | null
  readonly part:
    | 'pattern'
    | 'entityId'
    | 'mediaType'
    | 'side'
    | 'fields'
    | 'folders'
    | 'id'
    | 'mediaTypeAliases'
    | 'sideNames'
    | 'entityIds'
}

/** The part of the settings, or of anything that holds one, that decides how names are read. */
export function definitionOf({
  rules,
  mediaTypeAliases,
  sideNames,
  entityIds,
}: RulesDefinition): RulesDefinition {
  return { rules, mediaTypeAliases, sideNames, entityIds }
}
