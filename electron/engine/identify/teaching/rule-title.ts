import type { NamingRule } from '../../../shared/rules.ts'
import { flatParts } from './template.ts'
import type { Part, Template } from './template.ts'

const words: Readonly<Record<string, string>> = { entity_id: 'entity', media_type: 'type', side: 'side' }

/** Gives a rule a name by what it reads, such as `Entity – date – type`, and an id that no other rule has. */
export function nameRule(rule: NamingRule, template: Template, others: readonly NamingRule[]): NamingRule {
  const title = titleOf(template)
  const base =
    title
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('-') ?? 'rule'
  const ids = new Set(others.map(({ id }) => id))
  let [id, name] = [base, title]
  for (let number = 2; ids.has(id); number += 1) {
    id = `${base}-${String(number)}`
    name = `${title} ${String(number)}`
  }
  return { ...rule, id, name }
}

function titleOf({ segments }: Template): string {
  const titles = segments
    .map((parts) => flatParts(parts).flatMap(wordOf).join(' – '))
    .filter((title) => title !== '')
  const title = titles.join(' / ')
  return title.charAt(0).toUpperCase() + title.slice(1, 80)
}

function wordOf(part: Part): string[] {
  if (part.kind === 'date') return ['date']
  if (part.kind !== 'field') return []
  return [words[part.field] ?? part.field.replace(/^field:/, '')]
}
