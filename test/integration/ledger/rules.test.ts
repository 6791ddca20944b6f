import { describe, expect, it } from 'vitest'
import { rulesDefinitionSchema } from '../../../electron/shared/rules.ts'
import type { RulesDefinition } from '../../../electron/shared/rules.ts'
import { ledgerFixture } from '../../support/ledger-fixture.ts'

/** Rules with these patterns, by id. */
function definition(
  patterns: Readonly<Record<string, string>>,
  aliases: Readonly<Record<string, string[]>> = {},
): RulesDefinition {
  return rulesDefinitionSchema.parse({
    rules: Object.entries(patterns).map(([id, pattern]) => ({ id, name: id, pattern })),
    mediaTypeAliases: aliases,
  })
}

const one = definition({ a: '{entity_id}_{media_type}', b: '{entity_id}/{media_type}' })
const two = definition({ a: '{entity_id}-{media_type}', b: '{entity_id}/{media_type}' })

describe('the rules of a ledger', () => {
  it('are none at first', async () => {
    const { ledger } = await ledgerFixture()
    expect(await ledger.readRules()).toBeNull()
    expect(await ledger.previousRules()).toBeNull()
  })

  it('are numbered together and each by itself, with an event', async () => {
    const { ledger } = await ledgerFixture()
    await ledger.recordRules(one, 'engine', 10, null)
    const saved = await ledger.recordRules(two, 'ada', 20, null)
    expect(saved).toEqual({
      version: { version: 2, savedAtMs: 20, actor: 'ada', restores: null },
      definition: two,
      ruleVersions: { a: 2, b: 1 },
    })
    expect(await ledger.readRules()).toEqual(saved)
    expect(await ledger.previousRules()).toMatchObject({ version: { version: 1 }, definition: one })
    const [event] = (await ledger.eventsAfter(0, 10)).slice(-1)
    expect(event).toMatchObject({
      kind: 'rules.changed',
      actor: 'ada',
      atMs: 20,
      data: { version: 2, restores: null, ruleVersions: { a: 2, b: 1 } },
    })
    expect((await ledger.verify()).faults).toEqual([])
  })

  it('stay as they are when the same are saved again, in whatever order their parts stand', async () => {
    const { ledger } = await ledgerFixture()
    const aliases = { LETTER: ['brief'], IMAGE_PASSPORT_FRONT: ['pass'] }
    const first = await ledger.recordRules(definition({ a: '{entity_id}' }, aliases), 'ada', 10, null)
    const turned = Object.fromEntries(Object.entries(aliases).reverse())
    expect(await ledger.recordRules(definition({ a: '{entity_id}' }, turned), 'eve', 20, 1)).toEqual(first)
    expect(await ledger.eventsAfter(0, 10)).toHaveLength(2)
  })

  it('come back as a new version that says what it restores', async () => {
    const { ledger } = await ledgerFixture()
    await ledger.recordRules(one, 'ada', 10, null)
    await ledger.recordRules(two, 'ada', 20, null)
    const restored = await ledger.recordRules(one, 'ada', 30, 1)
    expect(restored).toMatchObject({ version: { version: 3, restores: 1 }, ruleVersions: { a: 3, b: 1 } })
    expect(restored.definition).toEqual(one)
  })

  it('count a rule on that was away, and only where it means something else', async () => {
    const { ledger } = await ledgerFixture()
    await ledger.recordRules(one, 'ada', 10, null)
    await ledger.recordRules(two, 'ada', 20, null)
    await ledger.recordRules(definition({ c: '{entity_id}' }), 'ada', 30, null)
    const back = definition({
      a: '{entity_id} {media_type}',
      b: '{entity_id}/{media_type}',
      c: '{entity_id}',
    })
    expect((await ledger.recordRules(back, 'ada', 40, null)).ruleVersions).toEqual({ a: 3, b: 1, c: 1 })
  })

  it('get a new version for new aliases, while each rule keeps its own', async () => {
    const { ledger } = await ledgerFixture()
    await ledger.recordRules(definition({ a: '{entity_id}' }), 'ada', 10, null)
    const saved = await ledger.recordRules(
      definition({ a: '{entity_id}' }, { LETTER: ['brief'] }),
      'ada',
      20,
      null,
    )
    expect(saved).toMatchObject({ version: { version: 2 }, ruleVersions: { a: 1 } })
  })
})
