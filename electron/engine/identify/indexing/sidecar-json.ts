import { say } from '../../../shared/sentences/say.ts'
import { parseTree } from 'jsonc-parser'
import type { Node } from 'jsonc-parser'
import { isList, sidecarProblem, tooDeep } from './sidecar-entries.ts'
import type { SidecarContent, SidecarEntry } from './sidecar-entries.ts'

/**
 * Reads an object of values, or of objects of values. The tree keeps what `JSON.parse` loses: numbers as they are
 * written (an id may be longer than a number can be), and names that stand there twice.
 */
export function readJsonSidecar(text: string): SidecarContent {
  const depth = nestingOf(text)
  if (depth > maxNesting) return sidecarProblem(say('json_too_deep'))
  if (!isJson(text)) return sidecarProblem(say('json_not_valid'))
  const root = parseTree(text)
  if (root?.type !== 'object') return sidecarProblem(say('json_no_object'))
  const entries: SidecarEntry[] = []
  const problem = collect(root, null, text, entries)
  return problem ?? { kind: 'entries', entries }
}

/** Enough to tell which value goes too deep; the parser of the tree calls itself, and a stack has an end. */
const maxNesting = 100

/** Brackets within texts count too, which no sidecar has by the hundred. */
function nestingOf(text: string): number {
  let [depth, deepest] = [0, 0]
  for (const character of text) {
    if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return false
    throw thrown
  }
}

function collect(
  node: Node,
  group: string | null,
  text: string,
  entries: SidecarEntry[],
): SidecarContent | null {
  const seen = new Set<string>()
  for (const property of node.children ?? []) {
    const [name, value] = property.children ?? []
    const key = String(name?.value)
    if (seen.has(key)) return sidecarProblem(say('named_twice', { key }))
    seen.add(key)
    if (value === undefined || value.type === 'null') continue
    if (value.type === 'array') return isList(key)
    if (value.type !== 'object') entries.push({ group, key, value: textOf(value, text) })
    else if (group !== null) return tooDeep(key)
    else {
      const problem = collect(value, key, text, entries)
      if (problem !== null) return problem
    }
  }
  return null
}

function textOf({ type, value, offset, length }: Node, text: string): string {
  return type === 'string' ? String(value) : text.slice(offset, offset + length)
}
