import { isEntityId } from '../shared/entity-id.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Settings } from '../shared/settings/settings.ts'
import type { ContentInspection } from './identify/content-inspection.ts'
import { judgeIndex } from './identify/indexing/index-judgement.ts'
import { judgeSides } from './identify/judgement/completeness.ts'
import { judge } from './identify/judgement/judgement.ts'
import { decideRoute } from './identify/judgement/route.ts'
import { checkEntityId } from './identify/naming/entity-id-format.ts'
import { isKnownMediaType, meaningOf, resolveMediaType } from './identify/naming/media-type-resolution.ts'
import { readName } from './identify/naming/name-reading.ts'
import { findIndexRows } from './index-lookup.ts'
import type { IndexRowsLedger } from './index-lookup.ts'
import type { Reading } from './ledger/identification-steps.ts'
import { joinReadings } from './name-values.ts'
import type { NamedValues } from './name-values.ts'
import { needsSecondReview } from './review/second-review.ts'
import type { RulesInUse } from './rule-book.ts'
import { findSurroundings } from './surroundings.ts'
import type { SurroundingsLedger } from './surroundings.ts'

/** A file or an item whose values and findings are to be worked out. */
export interface ToAssess {
  /** Null for a file that has no identified item yet. */
  readonly itemId: number | null
  readonly path: string
  readonly sha256: string | null
  readonly inspection: Pick<ContentInspection, 'family' | 'findings'>
  /** Since when it may have been waiting. */
  readonly seenAtMs: number
  /** What a person said; it stands, whatever a rule or an index says. */
  readonly byPerson: NamedValues | null
  /** The rejected item that it is known to be the new scan of. */
  readonly rescanOf: number | null
}

export type AssessorLedger = SurroundingsLedger & IndexRowsLedger

export interface AssessorOptions {
  readonly ledger: AssessorLedger
  readonly settings: Settings
  /** The rules by which names are read now. */
  rules(): RulesInUse
  now(): number
}

export type Assess = (folder: FolderSettings, subjects: readonly ToAssess[]) => Promise<Reading[]>

/** Works out values, findings and the way of files of one folder, many at a time. */
export function createAssessor(options: AssessorOptions): Assess {
  const { ledger, settings } = options

  return async (folder, subjects) => {
    const nowMs = options.now()
    const rules = options.rules()
    const { ruleSet } = rules
    const indexRows = await findIndexRows(ledger, folder, subjects)
    const named = subjects.map((subject) => {
      const reading = readName(ruleSet, subject.path, folder.id)
      const { rows, applies } = indexRows(subject.path)
      const index = judgeIndex({
        rows,
        applies,
        ruleReading: reading,
        waited: subject.seenAtMs + folder.index.waitMs <= nowMs,
        meaningOf: (text) => meaningOf(ruleSet, text),
      })
      const read = joinReadings(subject.path, reading, index, rules)
      const values = subject.byPerson ?? read.values
      return { subject, reading, rows, read, values, around: { ...subject, ...values } }
    })
    const surroundingsOf = await findSurroundings(
      named.map(({ around }) => around),
      { ledger, folder, settings, nowMs },
    )

    return named.map(({ subject, reading, rows, read, values, around }): Reading => {
      const { entityId, mediaType } = values
      const { otherMediaTypes, rescanOf: asked, ...surroundings } = surroundingsOf(around)
      const rescanOf = subject.rescanOf ?? asked
      const sides = judgeSides({
        mediaType,
        otherMediaTypesOfEntity: otherMediaTypes,
        seenAtMs: subject.seenAtMs,
        nowMs,
        waitMs: folder.otherSideWaitMs,
        knownMediaTypes: ruleSet.aliases.mediaTypes,
      })
      const byPerson = subject.byPerson !== null
      const readBy = byPerson ? 'person' : read.readBy
      const findings = judge({
        ...surroundings,
        rescanOf,
        inspection: subject.inspection,
        reading,
        values,
        entityProblem:
          entityId !== null && isEntityId(entityId) ? checkEntityId(ruleSet.entityIds, entityId) : null,
        knownMediaType:
          mediaType === null || readBy === 'rule' || readBy === null || isKnownMediaType(ruleSet, mediaType),
        otherSide: sides.kind === 'missing' ? sides : null,
        index: byPerson ? [] : read.findings,
        severities: folder.severities,
      })
      const indexWaits = !byPerson && read.waits
      const waitsFor = indexWaits ? 'index_row' : sides.kind === 'waits' ? 'other_side' : null
      const twoMustAgree = needsSecondReview({ folder, review: settings.review }, mediaType, (text) =>
        resolveMediaType(ruleSet, text),
      )
      const route = decideRoute(findings, twoMustAgree ? 'review_everything' : folder.policy, waitsFor)
      return {
        entityId,
        mediaType,
        fields: values.fields,
        readBy,
        ruleId: byPerson ? null : read.ruleId,
        ruleVersion: byPerson ? null : read.ruleVersion,
        reading: read.recorded,
        findings,
        route,
        waitsFor: route === 'identified' ? waitsFor : null,
        waitsUntilMs: indexWaits
          ? subject.seenAtMs + folder.index.waitMs
          : sides.kind === 'waits'
            ? sides.untilMs
            : null,
        rescanOf,
        usedRows: rows.map(({ id: rowId, valuesHash }) => ({ rowId, valuesHash })),
      }
    })
  }
}
