import { describe, expect, it } from 'vitest'
import { withProposal } from '../../../electron/shared/proposed-rules.ts'
import { rulesDefinitionSchema } from '../../../electron/shared/rules.ts'

const [first, second, changed, fresh] = rulesDefinitionSchema
  .pick({ rules: true })
  .parse({
    rules: [
      { id: 'first', name: 'First', pattern: '{entity_id}_{media_type}' },
      { id: 'second', name: 'Second', pattern: '{entity_id}/{media_type}' },
      { id: 'first', name: 'First', pattern: '{entity_id}_{media_type}', enabled: false },
      { id: 'fresh', name: 'Fresh', pattern: '{media_type} {entity_id}' },
    ],
  })
  .rules.map((rule) => [rule])

describe('a proposal', () => {
  const definition = rulesDefinitionSchema.parse({
    rules: [...(first ?? []), ...(second ?? [])],
    mediaTypeAliases: { X: ['x'] },
  })
  const joined = withProposal(definition, {
    rules: [...(fresh ?? []), ...(changed ?? [])],
    aliases: { X: ['x', 'xx'], Y: ['y'] },
  })

  it('takes the place of the rules that it changes, and comes behind the others', () => {
    expect(joined.rules.map(({ id, enabled }) => [id, enabled])).toEqual([
      ['first', false],
      ['second', true],
      ['fresh', true],
    ])
  })

  it('adds names of media types, and leaves what it was made from as it was', () => {
    expect(joined.mediaTypeAliases).toEqual({ X: ['x', 'xx'], Y: ['y'] })
    expect(definition.mediaTypeAliases).toEqual({ X: ['x'] })
  })
})
