import { describe, expect, it } from 'vitest'
import { finding, findingCatalogue, findingCodes } from '../../../electron/shared/finding-codes.ts'
import { sayAsWritten } from '../../../electron/shared/sentences/say.ts'
import {
  rejectQuestion,
  rescanQuestion,
  setAsideQuestion,
} from '../../../renderer/item/decision-questions.ts'
import { actionsFor } from '../../../renderer/item/finding-actions.ts'
import type { FindingAction } from '../../../renderer/item/finding-actions.ts'
import { findingsSetAside, isDuplicate, isHopeless } from '../../../renderer/item/set-aside.ts'
import { sampleItem } from '../../support/sample-item.ts'

const everything: ReadonlySet<FindingAction> = new Set([
  'edit_entity',
  'edit_media_type',
  'look_up_entity',
  'set_aside',
  'request_rescan',
  'reject',
  'stop_waiting',
  'teach',
  'show_index',
  'show_folder_settings',
])
const held = (code: (typeof findingCodes)[number]) => ({
  ...finding(code, sayAsWritten('')),
  severity: 'block' as const,
})
const itemWith = (...findings: ReturnType<typeof finding>[]) => sampleItem({ findings })

describe('the actions at a finding', () => {
  it.each(findingCodes)('are there for %s', (code) => {
    expect(actionsFor(finding(code, sayAsWritten('')), everything)).not.toEqual([])
  })

  it.each(findingCodes)('set %s aside only where the catalogue allows it', (code) => {
    expect(actionsFor(held(code), everything).includes('set_aside')).toBe(findingCatalogue[code].overridable)
  })

  it('are those that the item’s state allows', () => {
    expect(actionsFor(finding('entity_unknown', sayAsWritten('')), new Set(['look_up_entity']))).toEqual([
      'look_up_entity',
    ])
  })
})

describe('what an approval sets aside', () => {
  it('are findings that hold the file and can be argued with', () => {
    const item = itemWith(
      finding('entity_unknown', sayAsWritten('')),
      finding('damaged', sayAsWritten('')),
      finding('picture_blank', sayAsWritten('')),
    )
    expect(findingsSetAside(item, {}).map(({ code }) => code)).toEqual(['entity_unknown'])
    expect(isHopeless(item)).toBe(true)
  })

  it('is what a folder has made graver too', () => {
    expect(findingsSetAside(itemWith(held('picture_blank')), {})).toHaveLength(1)
    expect(isHopeless(itemWith(held('picture_blank')))).toBe(false)
  })

  it('is not what a changed value leaves to the engine', () => {
    const item = itemWith(
      finding('entity_id_foreign', sayAsWritten('')),
      finding('media_type_impossible', sayAsWritten('')),
    )
    expect(findingsSetAside(item, { entityId: 'C-2' }).map(({ code }) => code)).toEqual([
      'media_type_impossible',
    ])
    expect(findingsSetAside(item, { entityId: 'C-2', mediaType: 'LETTER' })).toEqual([])
  })

  it('is a duplicate, unless it is only a note', () => {
    const item = itemWith(finding('duplicate_same_entity', sayAsWritten('')))
    expect([isDuplicate(item), findingsSetAside(item, {}).length]).toEqual([true, 1])
    const noted = itemWith({ ...finding('duplicate_same_entity', sayAsWritten('')), severity: 'info' })
    expect([isDuplicate(noted), findingsSetAside(noted, {}).length]).toEqual([false, 0])
  })
})

describe('the question before a decision', () => {
  it('lists what is set aside, with what the engine said', () => {
    const question = setAsideQuestion([finding('entity_unknown', sayAsWritten(''))], 'It is blocked.')
    expect(question.points).toEqual(['The endpoint does not know this entity', 'It is blocked.'])
    expect(question.reasons).toContain('The entity is being created')
  })

  it('warns of copies only where there is one', () => {
    const words = (code: 'duplicate_other_entity' | 'entity_unknown') =>
      setAsideQuestion([finding(code, sayAsWritten(''))], '').words
    expect(words('duplicate_other_entity')).toContain('copies')
    expect(words('entity_unknown')).not.toContain('copies')
  })

  it.each(findingCodes)('always has reasons, also for %s', (code) => {
    const reasons = setAsideQuestion([held(code)], '').reasons
    expect(reasons.length).toBeGreaterThan(0)
    expect(new Set(reasons).size).toBe(reasons.length)
  })

  it('offers the reason for a new scan that the finding gives', () => {
    const { likely, reasons } = rescanQuestion(itemWith(finding('picture_blank', sayAsWritten(''))))
    expect(likely).toBe('Blank page')
    expect(reasons).toContain(likely)
  })

  it('speaks of rows where an index file is rejected', () => {
    const index = (code: 'index_row_without_file' | 'index_unreadable') =>
      rejectQuestion(sampleItem({ role: 'index', findings: [finding(code, sayAsWritten(''))] })).confirmLabel
    expect(index('index_row_without_file')).toBe('Stop waiting')
    expect(index('index_unreadable')).toBe('Set aside')
    expect(rejectQuestion(sampleItem()).confirmLabel).toBe('Reject')
  })
})
