import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../../electron/engine/ledger/ledger.ts'
import { rulesDefinitionSchema, shippedRules } from '../../../electron/shared/rules.ts'
import type { RulesDefinition } from '../../../electron/shared/rules.ts'
import { runningEngine } from '../../support/running-engine.ts'
import type { RunningEngine } from '../../support/running-engine.ts'
import { pngBytes } from '../../support/scan-bytes.ts'

const dashes = { id: 'dashes', name: 'Type, then customer', pattern: '{media_type}--K{entity_id}' }

function withRule(...rules: object[]): RulesDefinition {
  return rulesDefinitionSchema.parse({ rules: [...shippedRules, ...rules] })
}

async function save({ engine }: RunningEngine, definition: RulesDefinition) {
  const { version } = await engine.handlers['rules.get']({})
  return engine.handlers['rules.save']({ definition, baseVersion: version.version })
}

const everything = { show: 'all', text: '', offset: 0, limit: 100 } as const

describe('rules', () => {
  it('have versions, and every item tells which version read it, and from which characters', async () => {
    const running = await runningEngine()
    const { engine, drop, itemIn } = running
    expect((await engine.handlers['rules.get']({})).version.version).toBe(1)
    drop('passport--K4711.png', pngBytes('a'))
    await itemIn('passport--K4711.png', 'needs_attention')

    const { rules, problems } = await save(running, withRule(dashes))
    expect(problems).toEqual([])
    expect(rules).toMatchObject({ version: { version: 2, actor: 'ada' }, ruleVersions: { dashes: 1 } })

    const item = await itemIn('passport--K4711.png', 'awaiting_review')
    expect(item).toMatchObject({
      entityId: '4711',
      mediaType: 'IMAGE_PASSPORT_FRONT',
      readBy: 'rule',
      ruleId: 'dashes',
      ruleVersion: 1,
      reading: { source: 'rule', setVersion: 2, ruleName: 'Type, then customer', ruleVersion: 1 },
      findings: [],
    })
    expect(item.reading?.spans).toEqual([
      { field: 'media_type', start: 0, end: 8 },
      { field: 'entity_id', start: 11, end: 15 },
    ])
  })

  it('tell what a change would mean before it is saved, and change nothing', async () => {
    const running = await runningEngine()
    const { engine, drop, itemIn } = running
    drop('passport--K4711.png', pngBytes('a'))
    drop('4712_passport.png', pngBytes('b'))
    drop('selfie--K4713.png', pngBytes('c'))
    await itemIn('passport--K4711.png', 'needs_attention')
    await itemIn('4712_passport.png', 'awaiting_review')
    const held = await itemIn('selfie--K4713.png', 'needs_attention')
    // A person says that this one is another customer's.
    await engine.handlers['review.approve']({
      itemId: held.id,
      revision: held.revision,
      entityId: '9999',
      mediaType: 'selfie',
    })
    await itemIn('selfie--K4713.png', 'uploaded')

    const trial = await engine.handlers['rules.try']({ ...everything, definition: withRule(dashes) })
    expect(trial).toMatchObject({ total: 3, matched: 3, ambiguous: 0, unmatched: 0 })
    expect(trial.changes).toMatchObject({ newly_matched: 1, contradiction: 1, same: 1 })
    expect(trial.matchedByRule).toEqual({ dashes: 2, 'entity-and-type': 1 })
    expect(trial.rows[0]).toMatchObject({
      path: 'selfie--K4713.png',
      change: 'contradiction',
      waiting: false,
      before: { entityId: '9999' },
      reading: { kind: 'match', entityId: '4713' },
    })
    // Once they are in force, what they contradict is known.
    const known = await engine.handlers['rules.save']({ definition: withRule(dashes), baseVersion: 1 })
    const again = await engine.handlers['rules.try']({ ...everything, definition: known.rules.definition })
    expect(again.changes).toMatchObject({ contradiction: 0, same: 3 })
    await engine.handlers['rules.undo']({ baseVersion: 2 })
    const only = await engine.handlers['rules.try']({
      ...everything,
      definition: withRule(dashes),
      show: 'newly_matched',
    })
    expect(only.rows.map(({ path }) => path)).toEqual(['passport--K4711.png'])
    expect(await itemIn('passport--K4711.png', 'needs_attention')).toMatchObject({ entityId: null })
    expect((await engine.handlers['rules.get']({})).version.version).toBe(3)
  })

  it('are saved in one step that can be undone, and history never changes', async () => {
    const running = await runningEngine()
    const { engine, drop, itemIn } = running
    drop('passport--K4711.png', pngBytes('a'))
    drop('selfie--K4713.png', pngBytes('b'))
    await itemIn('passport--K4711.png', 'needs_attention')
    await itemIn('selfie--K4713.png', 'needs_attention')
    await save(running, withRule(dashes))
    const ready = await itemIn('selfie--K4713.png', 'awaiting_review')
    await engine.handlers['review.approve']({ itemId: ready.id, revision: ready.revision })
    const sent = await itemIn('selfie--K4713.png', 'uploaded')

    const { version } = await engine.handlers['rules.get']({})
    const undone = await engine.handlers['rules.undo']({ baseVersion: version.version })
    expect(undone.version).toMatchObject({ version: 3, restores: 1 })
    expect(undone.definition.rules.map(({ id }) => id)).toEqual(shippedRules.map(({ id }) => id))
    expect(await itemIn('passport--K4711.png', 'needs_attention')).toMatchObject({ entityId: null })
    expect(await itemIn('selfie--K4713.png', 'uploaded')).toEqual(sent)
    expect((await engine.handlers['ledger.verify']({})).ok).toBe(true)
  })

  it('of two people: the second is told, and nothing is overwritten', async () => {
    const running = await runningEngine()
    await save(running, withRule(dashes))
    await expect(
      running.engine.handlers['rules.save']({ definition: withRule(), baseVersion: 1 }),
    ).rejects.toMatchObject({ code: 'stale_rules' })
    expect((await running.engine.handlers['rules.get']({})).ruleVersions).toHaveProperty('dashes')
  })

  it('with a mistake are refused with its words, and those in force stay', async () => {
    const running = await runningEngine()
    const { problems, rules } = await save(running, withRule({ ...dashes, pattern: '{entity}_{media_type}' }))
    expect(problems).toMatchObject([{ ruleId: 'dashes', part: 'pattern' }, ...problems.slice(1)])
    expect(rules.version.version).toBe(1)
  })

  it('outlive a restart, and stand in the settings file', async () => {
    const running = await runningEngine()
    await save(running, withRule(dashes))
    const file = JSON.parse(readFileSync(join(running.dataRoot, 'settings.json'), 'utf8')) as {
      rules: { id: string }[]
    }
    expect(file.rules.map(({ id }) => id)).toContain('dashes')
    const { engine } = await running.restart()
    const { version, definition } = await engine.handlers['rules.get']({})
    expect(version.version).toBe(2)
    expect(definition).toEqual(withRule(dashes))
  })

  it('that another process saved are taken over by the engine at work', async () => {
    const running = await runningEngine()
    const { drop, itemIn, dataRoot } = running
    drop('passport--K4711.png', pngBytes('a'))
    await itemIn('passport--K4711.png', 'needs_attention')
    const ledger = openLedger(join(dataRoot, 'live', 'ledger.sqlite3'), { now: Date.now })
    await ledger.recordRules(withRule(dashes), 'command', Date.now(), null)
    ledger.close()
    expect(await itemIn('passport--K4711.png', 'awaiting_review')).toMatchObject({ ruleId: 'dashes' })
  })

  it('propose what explains an example, and nothing becomes active', async () => {
    const running = await runningEngine()
    const { engine, drop, itemIn } = running
    for (const [index, name] of ['RP x 4711.png', 'RP x 4712.png', 'RP x 4713.png'].entries()) {
      drop(name, pngBytes(String(index)))
      await itemIn(name, 'needs_attention')
    }
    const { proposals } = await engine.handlers['rules.propose']({
      examples: [
        {
          folderId: 'inbox',
          path: 'RP x 4711.png',
          marks: [
            { field: 'media_type', start: 0, end: 2, value: 'IMAGE_PASSPORT_FRONT' },
            { field: 'entity_id', start: 5, end: 9 },
          ],
        },
      ],
    })
    expect(proposals[0]).toMatchObject({ matched: 3, tried: 3, conflicts: 0, contradictions: 0 })
    expect(proposals[0]?.aliases).toEqual({ IMAGE_PASSPORT_FRONT: ['rp'] })
    expect((await engine.handlers['rules.get']({})).version.version).toBe(1)
    expect(await itemIn('RP x 4712.png', 'needs_attention')).toMatchObject({ entityId: null })
  })

  it('are kept as one file and read back', async () => {
    const { engine } = await runningEngine()
    const { text } = await engine.handlers['rules.export']({ definition: withRule(dashes) })
    expect(await engine.handlers['rules.import']({ text })).toEqual({
      definition: withRule(dashes),
      problems: [],
    })
  })

  it('are not written over a settings file that a person has to mend', async () => {
    const first = await runningEngine()
    const file = join(first.dataRoot, 'settings.json')
    const broken = '{ "mode": 7, "operator": "ada" }'
    writeFileSync(file, broken)
    const running = await first.restart()
    await expect(save(running, withRule(dashes))).rejects.toMatchObject({ code: 'settings_unwritable' })
    expect(readFileSync(file, 'utf8')).toBe(broken)
  })
})
