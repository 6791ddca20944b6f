import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import { parseField } from './field-token.ts'
import type { FieldToken } from './pattern-token.ts'

/** What a pattern is made of, before its optional parts are in or out. */
export type PatternNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly token: FieldToken }
  | { readonly kind: 'slash' }
  | { readonly kind: 'optional'; readonly nodes: readonly PatternNode[] }

export interface PatternText {
  readonly nodes: readonly PatternNode[]
  /** What is wrong with it. */
  readonly problems: readonly Sentence[]
}

/** Takes a pattern apart: fields in braces, optional parts in brackets, `\` before a character that stands for itself. */
export function readPatternText(pattern: string): PatternText {
  const problems: Sentence[] = []
  const open: PatternNode[][] = [[]]
  const add = (node: PatternNode): void => {
    const nodes = open.at(-1) ?? []
    const before = nodes.at(-1)
    if (node.kind === 'text' && before?.kind === 'text')
      nodes[nodes.length - 1] = { kind: 'text', text: before.text + node.text }
    else nodes.push(node)
  }
  let at = 0
  while (at < pattern.length) {
    const character = pattern.charAt(at)
    at += 1
    if (character === '\\') {
      if (at === pattern.length) problems.push(say('backslash_at_end'))
      else add({ kind: 'text', text: pattern.charAt(at) })
      at += 1
    } else if (character === '{') {
      const end = pattern.slice(at).search(/[{}]/)
      if (end === -1 || pattern.charAt(at + end) === '{') {
        problems.push(say('brace_not_closed'))
      } else {
        const field = parseField(pattern.slice(at, at + end))
        if (field.kind === 'parsed') add({ kind: 'field', token: field.token })
        else problems.push(field.why)
        at += end + 1
      }
    } else if (character === '}') {
      problems.push(say('brace_closes_nothing'))
    } else if (character === '[') {
      open.push([])
    } else if (character === ']') {
      const nodes = open.length > 1 ? open.pop() : undefined
      if (nodes === undefined) problems.push(say('bracket_closes_nothing'))
      else add({ kind: 'optional', nodes })
    } else {
      add(character === '/' ? { kind: 'slash' } : { kind: 'text', text: character })
    }
  }
  if (open.length > 1) problems.push(say('bracket_not_closed'))
  return { nodes: open[0] ?? [], problems }
}
