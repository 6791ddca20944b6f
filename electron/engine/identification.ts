import PQueue from 'p-queue'
import { IntrayError } from '../shared/error-codes.ts'
import { fileFindingCodes } from '../shared/finding-codes.ts'
import type { Finding } from '../shared/finding-codes.ts'
import type { ItemState } from '../shared/item-states.ts'
import { aliasKey } from '../shared/media-types.ts'
import type { Item } from '../shared/records.ts'
import type { ReviewPolicy } from '../shared/settings.ts'
import { inspectFile } from './identify/file-inspection.ts'
import type { Inspection } from './identify/file-inspection.ts'
import { judge } from './identify/judgement/judgement.ts'
import type { Duplicates } from './identify/judgement/judgement.ts'
import { decideRoute } from './identify/judgement/route.ts'
import { readName } from './identify/naming/name-reading.ts'
import type { RuleSet } from './identify/naming/rule-set.ts'
import type { IdentifiedFile, Reading, SameContent } from './ledger/identification-steps.ts'
import type { Ledger } from './ledger/ledger.ts'

/** A file whose size and time are quiet. `path` is relative to its folder. */
export interface SettledFile {
  readonly path: string
  readonly fileKey: string
  readonly sizeBytes: number
  readonly modifiedAtMs: number
}

export type InspectedFile = SettledFile & { readonly inspection: Inspection }

/** What became of one look into a file. */
export type FileLook =
  | { readonly kind: 'inspected'; readonly file: InspectedFile }
  | { readonly kind: 'failed'; readonly path: string; readonly error: IntrayError }

export interface Values {
  readonly entityId: string | null
  readonly mediaType: string | null
}

export interface Identifier {
  /** Looks into files, several at a time. */
  inspect(files: readonly SettledFile[], locate: (path: string) => string): Promise<FileLook[]>
  /** What inspected files are, whose they are, and where they go. */
  identify(folderId: string, policy: ReviewPolicy, files: readonly InspectedFile[]): Promise<IdentifiedFile[]>
  /** Reads an item's name again, with the rules in force now. Its content is known. */
  readAgain(item: Item, policy: ReviewPolicy): Promise<Reading>
  /** The media type that a person means by this text: one that has this name, or else the text itself. */
  resolveMediaType(text: string): string
  /** The findings that hold for an item with these values, such as a person's correction. */
  findingsFor(item: Item, values: Values): Promise<Finding[]>
}

export interface IdentifierOptions {
  readonly ledger: Ledger
  readonly ruleSet: RuleSet
  readonly maxFileSizeBytes: number
}

/** More reads at a time are no faster: the system reads with four threads. */
const inspectionsAtATime = 8

/** Joins what a content is, what a name says, and what the ledger already knows. */
export function createIdentifier({ ledger, ruleSet, maxFileSizeBytes }: IdentifierOptions): Identifier {
  const queue = new PQueue({ concurrency: inspectionsAtATime })

  const look = async (file: SettledFile, absolutePath: string): Promise<FileLook> => {
    try {
      const inspection = await inspectFile(absolutePath, { maxFileSizeBytes })
      return { kind: 'inspected', file: { ...file, sizeBytes: inspection.sizeBytes, inspection } }
    } catch (error) {
      if (error instanceof IntrayError) return { kind: 'failed', path: file.path, error }
      throw error
    }
  }

  const readValues = (path: string, corrected: Values | undefined) => {
    const reading = readName(ruleSet, path)
    if (corrected !== undefined)
      return { reading, values: corrected, readBy: 'person' as const, ruleId: null }
    if (reading.kind !== 'match') return { reading, values: nobodysValues, readBy: null, ruleId: null }
    const values = { entityId: reading.entityId, mediaType: reading.mediaType }
    return { reading, values, readBy: 'rule' as const, ruleId: reading.ruleId }
  }

  const findingsOfItem = async (item: Item, values: Values): Promise<Finding[]> => {
    const same = item.sha256 === null ? [] : await ledger.findSameContent([item.sha256])
    return judge({
      inspection: { family: item.family, findings: contentFindings(item.findings) },
      reading: readName(ruleSet, item.path),
      values,
      duplicates: duplicatesOf(
        values,
        same.filter((other) => other.itemId !== item.id && countsAgainst(item, other)),
      ),
    })
  }

  return {
    inspect: (files, locate) => queue.addAll(files.map((file) => () => look(file, locate(file.path)))),

    async identify(folderId, policy, files) {
      const same = groupByContent(await ledger.findSameContent(files.map((file) => file.inspection.sha256)))
      const paths = files.map((file) => file.path)
      const corrections = new Map(
        (await ledger.findCorrected(folderId, paths)).map((file) => [file.path, file]),
      )
      return files.map(({ inspection, ...file }) => {
        const known = corrections.get(file.path)
        const corrected = known?.sha256 === inspection.sha256 ? known : undefined
        const { reading, values, readBy, ruleId } = readValues(file.path, corrected)
        const others = (same.get(inspection.sha256) ?? []).filter(
          (other) => other.folderId !== folderId || other.path !== file.path,
        )
        const findings = judge({ inspection, reading, values, duplicates: duplicatesOf(values, others) })
        const { sha256, family } = inspection
        const { entityId, mediaType } = values
        return {
          ...file,
          sha256,
          family,
          entityId,
          mediaType,
          readBy,
          ruleId,
          findings,
          route: decideRoute(findings, policy),
        }
      })
    },

    async readAgain(item, policy) {
      const { values, readBy, ruleId } = readValues(item.path, undefined)
      const findings = await findingsOfItem(item, values)
      return { ...values, readBy, ruleId, findings, route: decideRoute(findings, policy) }
    },

    resolveMediaType(text) {
      const [only, ...others] = ruleSet.aliases.typesByKey.get(aliasKey(text)) ?? []
      return only !== undefined && others.length === 0 ? only : text
    },

    findingsFor: findingsOfItem,
  }
}

const nobodysValues: Values = { entityId: null, mediaType: null }

/** The findings that the content alone gave; the others depend on the name, the values and other items. */
function contentFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ code }) => fileFindingCodes.has(code) || code === 'extension_mismatch')
}

function groupByContent(found: readonly SameContent[]): Map<string, SameContent[]> {
  const groups = new Map<string, SameContent[]>()
  for (const item of found) {
    const group = groups.get(item.sha256)
    if (group === undefined) groups.set(item.sha256, [item])
    else group.push(item)
  }
  return groups
}

/** The first of two is not held because of the second, unless the second was already sent or approved. */
function countsAgainst(item: Item, other: SameContent): boolean {
  return other.itemId < item.id || decidedStates.has(other.state)
}

const decidedStates: ReadonlySet<ItemState> = new Set([
  'approved',
  'uploading',
  'retry_wait',
  'uploaded',
  'outcome_unknown',
])

function duplicatesOf(values: Values, others: readonly SameContent[]): Duplicates {
  const otherEntity = others.flatMap(({ itemId, entityId }) =>
    entityId === null || entityId === values.entityId ? [] : [{ itemId, entityId }],
  )
  const sameEntity = others.filter(({ entityId }) => entityId !== null && entityId === values.entityId)
  // Without an entity of its own, an item cannot be a duplicate of another entity's.
  return {
    sameEntity: sameEntity.map(({ itemId }) => itemId),
    otherEntity: values.entityId === null ? [] : otherEntity,
  }
}
