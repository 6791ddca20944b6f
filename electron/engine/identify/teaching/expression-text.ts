import { anythingBut, classOf } from './character-class.ts'
import type { CharacterClass } from './character-class.ts'
import { isUnambiguous, writeElement } from './expression-elements.ts'
import type { Element } from './expression-elements.ts'
import { plainCellsOf } from './name-cells.ts'
import { flatParts } from './template.ts'
import type { Part, Template } from './template.ts'

/** As long as a rule's pattern may be. */
const maxLength = 500

/** How freely the parts around the entity id are read. `wide`: the one that may hold anything, separators too. */
interface Freedom {
  readonly isFree: boolean
  readonly wide: Part | null
}

const letterOrDigit: CharacterClass = { digits: true, letters: true, others: { only: '' } }
const extension: readonly Element[] = [
  { kind: 'text', text: '.' },
  { kind: 'run', characters: letterOrDigit },
]

/**
 * A template as regular expressions, which unlike a pattern say what kind of characters an entity id has: only those
 * that fit no name in two ways. They read names with an extension. None where a date or a whole folder is to be
 * kept: only a pattern reads those.
 */
export function writeExpressions(template: Template): string[] {
  const parts = flatParts(template.segments.flat())
  if (parts.some(isForPatternsAlone)) return []
  const wideOnes = [null, ...parts.filter(mayBeWide)]
  const freedoms = [false, true].flatMap((isFree) => wideOnes.map((wide): Freedom => ({ isFree, wide })))
  // Whatever the outer folders are called, the number of "/" behind them says where they end.
  const outerFolders = template.segments.length > 1 ? '(?:.*/)?' : ''
  const written = freedoms.flatMap((freedom) => {
    const elements = elementsOf(template, freedom)
    return isUnambiguous(elements) ? [`(?i)${outerFolders}${elements.map(writeElement).join('')}`] : []
  })
  return [...new Set(written)].filter((expression) => expression.length <= maxLength)
}

function isForPatternsAlone(part: Part): boolean {
  return (part.kind === 'date' && part.marked) || (part.kind === 'field' && part.field.startsWith('folder'))
}

function mayBeWide(part: Part): boolean {
  return (
    part.kind === 'skip' || (part.kind === 'field' && part.field !== 'entity_id' && part.field !== 'side')
  )
}

function elementsOf({ segments }: Template, freedom: Freedom): Element[] {
  const slash = segments.length > 1 ? '/' : ''
  return segments.flatMap((parts, index) => {
    const isLast = index === segments.length - 1
    const inner = elementsOfParts(parts, isLast ? '.' : '', { ...freedom, slash })
    return [...inner, ...(isLast ? extension : [{ kind: 'text', text: '/' } as const])]
  })
}

function elementsOfParts(
  parts: readonly Part[],
  after: string,
  freedom: Freedom & { slash: string },
): Element[] {
  return parts.flatMap((part, at): Element[] => {
    const neighbours =
      edgeOf(parts[at - 1], 'last') + (at === parts.length - 1 ? after : edgeOf(parts[at + 1], 'first'))
    const excluded = part === freedom.wide ? freedom.slash : freedom.slash + neighbours
    switch (part.kind) {
      case 'literal':
        return [{ kind: 'text', text: part.text }]
      case 'zeros':
        return [{ kind: 'zeros' }]
      case 'separator':
        return [{ kind: 'run', characters: classOf(part.texts) }]
      case 'date':
        return likeTexts(part.texts)
      case 'optional':
        return [
          {
            kind: 'optional',
            elements: elementsOfParts(part.parts, edgeOf(parts[at + 1], 'first'), freedom),
          },
        ]
      case 'skip':
        return freedom.isFree || part === freedom.wide ? [freeRun(excluded)] : likeTexts(part.texts)
      case 'field': {
        const name = part.field.replace(/^field:/, '')
        if (part.field === 'entity_id') {
          const elements = likeTexts(part.texts)
          return [
            {
              kind: 'group',
              name,
              elements: parts[at - 1]?.kind === 'zeros' ? withoutZeros(elements) : elements,
            },
          ]
        }
        const isFree = part.field !== 'side' && (freedom.isFree || part === freedom.wide)
        const run: Element = { kind: 'run', characters: classOf(part.texts) }
        return [{ kind: 'group', name, elements: [isFree ? freeRun(excluded) : run] }]
      }
    }
  })
}

function freeRun(excluded: string): Element {
  return { kind: 'run', characters: anythingBut([...new Set(excluded)].join('')) }
}

/** The character of a literal neighbour that stands beside a part, unless it is a letter or a digit. */
function edgeOf(part: Part | undefined, edge: 'first' | 'last'): string {
  if (part?.kind === 'separator') return [...new Set(part.texts.join(''))].join('')
  if (part?.kind === 'optional') return edgeOf(edge === 'first' ? part.parts[0] : part.parts.at(-1), edge)
  if (part?.kind !== 'literal') return ''
  const character = edge === 'first' ? part.text.slice(0, 1) : part.text.slice(-1)
  return /[\p{L}\p{M}\p{N}]/u.test(character) ? '' : character
}

/** Built like the texts, cell by cell, where they are all built alike; else made of the same characters. */
function likeTexts(texts: readonly string[]): Element[] {
  const rows = texts.map(plainCellsOf)
  const [first = []] = rows
  const isAlike = rows.every(
    (row) => row.map(({ kind }) => kind).join(' ') === first.map(({ kind }) => kind).join(' '),
  )
  if (!isAlike) return [{ kind: 'run', characters: classOf(texts) }]
  return first.map(({ kind, text }, index) => {
    const column = rows.map((row) => row[index]?.text ?? '')
    const isSame = kind === 'between' && column.every((each) => each === text)
    return isSame ? { kind: 'text', text } : { kind: 'run', characters: classOf(column) }
  })
}

function withoutZeros([first, ...others]: readonly Element[]): Element[] {
  return first?.kind === 'run' ? [{ ...first, isNumber: true }, ...others] : []
}
