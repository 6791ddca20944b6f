import { describe, expect, it } from 'vitest'
import { rulesDefinitionSchema } from '../../../electron/shared/rules.ts'
import { putIntoWords } from '../../../electron/shared/sentences/told.ts'
import { sentences as german } from '../../../renderer/messages/de/sentences.ts'
import { compose, date, entity, marked, media } from '../identify/teaching/composed-name.ts'
import { proposeAtOnce } from '../identify/teaching/propose-at-once.ts'

const passport = 'IMAGE_PASSPORT_FRONT'

/** The best proposal for one name, as the window tells it in German. */
function toldInGerman(parts: Parameters<typeof compose>[0], definition: object): string | null {
  const [best] = proposeAtOnce({
    examples: [marked(compose(parts))],
    definition: rulesDefinitionSchema.parse(definition),
    names: [],
  })
  return putIntoWords(best?.said, german)
}

describe('a proposal of rules', () => {
  it('is told in German, part for part', () => {
    const parts = [entity('4711'), '-', date('2024-05-01'), '-', media('pp', passport), '.jpg']
    expect(toldInGerman(parts, { rules: [] })).toBe(
      'Entitäts-ID, ein Bindestrich, ein Datum, ein Bindestrich, der Medientyp.',
    )
  })

  it('names a shipped rule that it switches off as the window does', () => {
    const parts = ['K7/', entity('4711'), '_2031_', media('pp', passport), '.jpg']
    expect(toldInGerman(parts, {})).toBe(
      'Entitäts-ID, ein Unterstrich, beliebiger Text, ein Unterstrich, der Medientyp; die Regel „Entität und Medientyp“ wird abgeschaltet.',
    )
  })
})
