import { areDisjoint, includesCharacter, writeClass } from './character-class.ts'
import type { CharacterClass } from './character-class.ts'

/** One piece of a regular expression. */
export type Element =
  | { readonly kind: 'text'; readonly text: string }
  /** One or more characters. `isNumber`: the first one is not 0. */
  | { readonly kind: 'run'; readonly characters: CharacterClass; readonly isNumber?: boolean }
  /** Any number of zeros, before a number. */
  | { readonly kind: 'zeros' }
  | { readonly kind: 'group'; readonly name: string; readonly elements: readonly Element[] }
  | { readonly kind: 'optional'; readonly elements: readonly Element[] }

type First = string | CharacterClass

/**
 * True when no text fits the elements in two ways, so that an expression, which takes the first way it finds, never
 * decides anything silently: from the left every piece ends where the next one must begin, up to one piece from
 * which on the same holds from the right.
 */
export function isUnambiguous(elements: readonly Element[]): boolean {
  const flat = elements.flatMap(ungroup)
  const isClearFromLeft = flat.map((_, index) => endsClearly(flat, index))
  const reversed = flat.map(reverse).reverse()
  const isClearFromRight = flat.map((_, index) => endsClearly(reversed, reversed.length - 1 - index))
  const clearUpTo = isClearFromLeft.indexOf(false)
  if (clearUpTo === -1) return true
  return flat[clearUpTo]?.kind === 'run' && isClearFromRight.slice(clearUpTo + 1).every((isClear) => isClear)
}

/** In RE2's syntax. */
export function writeElement(element: Element): string {
  switch (element.kind) {
    case 'text':
      return element.text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
    case 'zeros':
      return '0*'
    case 'run':
      return element.isNumber === true ? '[1-9][0-9]*' : `${writeClass(element.characters)}+`
    case 'group':
      return `(?P<${element.name}>${element.elements.map(writeElement).join('')})`
    case 'optional':
      return `(?:${element.elements.map(writeElement).join('')})?`
  }
}

function ungroup(element: Element): readonly Element[] {
  return element.kind === 'group' ? element.elements.flatMap(ungroup) : [element]
}

function reverse(element: Element): Element {
  if (element.kind === 'text') return { kind: 'text', text: [...element.text].reverse().join('') }
  if (element.kind !== 'optional') return element
  return { kind: 'optional', elements: element.elements.flatMap(ungroup).map(reverse).reverse() }
}

/** Whether the piece at `index` can neither go on into what follows it nor be mistaken for it. */
function endsClearly(elements: readonly Element[], index: number): boolean {
  const element = elements[index]
  if (element?.kind !== 'run' && element?.kind !== 'optional') return true
  const next = firstOf(elements, index + 1)
  if (element.kind === 'run') return next.every((first) => !overlap(element.characters, first))
  const inner = element.elements.flatMap(ungroup)
  const isClearInside = inner.every((_, at) => endsClearly([...inner, ...elements.slice(index + 1)], at))
  return isClearInside && firstOf(inner, 0).every((first) => next.every((other) => !overlap(first, other)))
}

/** What can stand first from `index` on. */
function firstOf(elements: readonly Element[], index: number): First[] {
  const element = elements[index]
  if (element === undefined) return []
  if (element.kind === 'text') return [element.text.slice(0, 1)]
  if (element.kind === 'zeros') return firstOf(elements, index + 1)
  if (element.kind === 'group') return firstOf([...ungroup(element), ...elements.slice(index + 1)], 0)
  if (element.kind === 'optional') {
    return [...firstOf(element.elements.flatMap(ungroup), 0), ...firstOf(elements, index + 1)]
  }
  return [element.characters]
}

function overlap(a: First, b: First): boolean {
  if (typeof a === 'string') return typeof b === 'string' ? isSame(a, b) : includesCharacter(b, a)
  return typeof b === 'string' ? includesCharacter(a, b) : !areDisjoint(a, b)
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
