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
  /** What is wrong with it, in plain words. */
  readonly problems: readonly string[]
}

/** Takes a pattern apart: fields in braces, optional parts in brackets, `\` before a character that stands for itself. */
export function readPatternText(pattern: string): PatternText {
  const problems: string[] = []
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
      if (at === pattern.length) problems.push('A “\\” at the end has nothing to make literal.')
      else add({ kind: 'text', text: pattern.charAt(at) })
      at += 1
    } else if (character === '{') {
      const end = pattern.slice(at).search(/[{}]/)
      if (end === -1 || pattern.charAt(at + end) === '{') {
        problems.push('A “{” is never closed. For the character itself write “\\{”.')
      } else {
        const field = parseField(pattern.slice(at, at + end))
        if (field.kind === 'parsed') add({ kind: 'field', token: field.token })
        else problems.push(field.words)
        at += end + 1
      }
    } else if (character === '}') {
      problems.push('A “}” closes nothing. For the character itself write “\\}”.')
    } else if (character === '[') {
      open.push([])
    } else if (character === ']') {
      const nodes = open.length > 1 ? open.pop() : undefined
      if (nodes === undefined) problems.push('A “]” closes nothing. For the character itself write “\\]”.')
      else add({ kind: 'optional', nodes })
    } else {
      add(character === '/' ? { kind: 'slash' } : { kind: 'text', text: character })
    }
  }
  if (open.length > 1) problems.push('A “[” is never closed. For the character itself write “\\[”.')
  return { nodes: open[0] ?? [], problems }
}
