import type { Said, Sentence, Told } from './sentences/told.ts'
import type { RuleProblem, RulesDefinition } from './rules.ts'
import type { ItemState } from './item-states.ts'

/** Further values, by name, as they travel in custom data. */
export type Fields = Readonly<Record<string, string>>

/** What gave a value: a field of the pattern language, or `field:name`. */
export type ReadField =
  'entity_id' | 'media_type' | 'side' | 'date' | 'folder' | `folder${number}` | `field:${string}`

/** Which characters of a path, in its NFC form, gave a value. UTF-16 units, `end` not included. */
export interface ValueSpan {
  readonly field: ReadField
  readonly start: number
  readonly end: number
}

/** What one rule reads from a name. */
export interface RuleReading {
  readonly ruleId: string
  readonly ruleName: string
  /** In NFC; the endpoint may still not take it. */
  readonly entityId: string
  /** Null where the rule reads the entity alone. */
  readonly mediaType: string | null
  readonly side: 'front' | 'back' | null
  /** `2024-05-01`; it stays in the ledger and is not sent. */
  readonly date: string | null
  readonly fields: Fields
  /** In the order of the path. */
  readonly spans: readonly ValueSpan[]
}

/** Why one rule reads nothing from a name. */
export interface MismatchReason {
  readonly ruleId: string
  readonly ruleName: string
  readonly words: string
  /** The words as data, for other languages. */
  readonly said: Said
  /** How far into the NFC path the rule came before it stopped fitting; null where it does not apply at all. */
  readonly stoppedAt: number | null
}

export type NameReading =
  | ({ readonly kind: 'match' } & RuleReading)
  | { readonly kind: 'none'; readonly reasons: readonly MismatchReason[] }
  /** Different results, a few of them. Nothing says which one is meant. */
  | { readonly kind: 'conflict'; readonly readings: readonly RuleReading[] }

/** How an item's values came about, kept with the item for ever. */
export interface RecordedReading {
  readonly source: 'rule' | 'index'
  /** The path that was read, in NFC. */
  readonly path: string
  readonly ruleId: string | null
  readonly ruleName: string | null
  readonly ruleVersion: number | null
  /** The version of all rules together. */
  readonly setVersion: number
  readonly spans: readonly ValueSpan[]
  readonly date: string | null
  /** The row of an index file that gave values. */
  readonly indexPath: string | null
  readonly indexRow: number | null
}

/** What one rule makes of one name, for people who wonder. */
export type RuleVerdict = {
  readonly ruleId: string
  readonly ruleName: string
} & (
  | { readonly kind: 'matched'; readonly readings: readonly RuleReading[] }
  | ({ readonly kind: 'stopped'; readonly stoppedAt: number | null } & Sentence)
  /** Switched off, broken, or not for this folder. */
  | ({ readonly kind: 'not_applied' } & Sentence)
)

export interface NameExplanation {
  /** In NFC, relative to the watched folder. */
  readonly path: string
  readonly reading: NameReading
  readonly verdicts: readonly RuleVerdict[]
}

/** What a change of the rules means for one file. */
export const readingChanges = [
  'same',
  'newly_matched',
  'read_differently',
  'now_ambiguous',
  'no_longer_matched',
  /** It would now be read otherwise than a person, or an upload, has confirmed. */
  'contradiction',
] as const
export type ReadingChange = (typeof readingChanges)[number]

/** One file of the workbench's table. */
export interface TriedName {
  readonly itemId: number
  readonly folderId: string
  /** In NFC. */
  readonly path: string
  readonly state: ItemState
  /** True while saving would read it again. */
  readonly waiting: boolean
  /** What the ledger holds now. */
  readonly before: {
    readonly entityId: string | null
    readonly mediaType: string | null
    readonly fields: Fields
    readonly readBy: 'rule' | 'index' | 'person' | null
    readonly ruleId: string | null
  }
  /** What the rules under trial make of it. Reasons of `none` are left out here; `rules.explain` tells them. */
  readonly reading: NameReading
  readonly change: ReadingChange
}

export interface RulesTrial {
  readonly problems: readonly RuleProblem[]
  /** Files the rules were tried on. */
  readonly total: number
  /** Of them, those that saving would read again. */
  readonly waiting: number
  readonly matched: number
  readonly ambiguous: number
  readonly unmatched: number
  readonly changes: Readonly<Record<ReadingChange, number>>
  /** Files that a rule reads, by its id, whether alone or beside others. */
  readonly matchedByRule: Readonly<Record<string, number>>
  /** Of all rows that fit the filter, from `offset` on. */
  readonly rows: readonly TriedName[]
  readonly rowCount: number
  readonly durationMs: number
}

/** One state of all rules. Versions count from 1 in each ledger. */
export interface RulesVersion {
  readonly version: number
  readonly savedAtMs: number
  readonly actor: string
  /** The version that this one brought back, when it undid a change. */
  readonly restores: number | null
}

export interface RulesInForce {
  readonly definition: RulesDefinition
  readonly version: RulesVersion
  /** The version of each rule, by its id. */
  readonly ruleVersions: Readonly<Record<string, number>>
  /** What `rules.undo` would bring back; null when there is nothing to undo. */
  readonly previous: RulesVersion | null
  readonly problems: readonly RuleProblem[]
}

/** How far the names of waiting files have been read again after a change of the rules. */
export interface RulesProgress {
  readonly version: number
  readonly done: number
  readonly total: number
  readonly finished: boolean
}

/** A name with the parts that a person marked, or with the values that a person gave. */
export interface NameExample {
  readonly folderId: string
  readonly path: string
  readonly marks: readonly (ValueSpan & {
    /** What the part means, where it is not the text itself: the media type, the side. */
    readonly value?: string | undefined
  })[]
  readonly entityId?: string | undefined
  readonly mediaType?: string | undefined
}

/**
 * Rules that would explain examples. Nothing of it is in force before a person says so. The words are one sentence for
 * a person, such as `Entity id, a dash, a date, a dash, the media type.`
 */
export interface RulesProposal extends Told {
  /**
   * New rules. One with the id of a rule in force takes that rule's place: the rule reads an example otherwise, so it
   * is switched off or leaves the example's folder.
   */
  readonly rules: readonly RulesDefinition['rules'][number][]
  /** Names that the proposal needs besides those known already, by media type. */
  readonly aliases: Readonly<Record<string, readonly string[]>>
  /** Of the files tried, how many it reads alone and without a contradiction. */
  readonly matched: number
  readonly tried: number
  /** Files that it makes ambiguous together with the rules in force. */
  readonly conflicts: number
  /** Files that it reads otherwise than a person confirmed. */
  readonly contradictions: number
  /** Readings that a person should look at before accepting: the most unlike the examples. */
  readonly samples: readonly {
    readonly folderId: string
    readonly path: string
    readonly reading: RuleReading
    readonly doubtful: boolean
  }[]
}
