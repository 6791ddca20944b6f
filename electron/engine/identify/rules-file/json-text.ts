import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { JSONPath, Node, ParseError } from 'jsonc-parser'
import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'

/** Why a text is no JSON, and in which line; lines count from 1. */
export interface JsonMistake extends Sentence {
  readonly line: number
}

/** A JSON text that was read, and where each of its values stands. */
export interface JsonText {
  readonly value: unknown
  /** The line of a value, or of what encloses it where it is missing. */
  lineOf(path: JSONPath): number
  /** Keys whose value would be lost without a word, and why. */
  readonly lostKeys: readonly LostKey[]
}

export interface LostKey extends Sentence {
  readonly path: JSONPath
}

/** Reads JSON; comments, trailing commas and a byte order mark are allowed. */
export function readJsonText(source: string): JsonText | JsonMistake {
  const text = source.replace(/^\uFEFF/, '')
  const errors: ParseError[] = []
  let root: Node | undefined
  let value: unknown
  try {
    root = parseTree(text, errors, { allowTrailingComma: true })
    value = root === undefined ? undefined : getNodeValue(root)
  } catch (error) {
    // The parser calls itself for each level.
    if (error instanceof RangeError) return { line: 1, ...say('json_nests_too_deep') }
    throw error
  }
  const lineAt = lineFinder(text)
  const [first] = errors
  if (first !== undefined || root === undefined) {
    const fault = first === undefined ? null : printParseErrorCode(first.error)
    return { line: lineAt(first?.offset ?? 0), ...say('json_broken', { fault }) }
  }
  const top = root
  return {
    value,
    lineOf: (path) => lineAt(nearestNode(top, path).offset),
    lostKeys: findLostKeys(top, []),
  }
}

/** Finds the line of an offset by halving: a large file may hold many mistakes. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)]
  return (offset) => {
    let line = 0
    let after = starts.length
    while (after - line > 1) {
      const middle = Math.floor((line + after) / 2)
      if ((starts[middle] ?? 0) <= offset) line = middle
      else after = middle
    }
    return line + 1
  }
}

function nearestNode(root: Node, path: JSONPath): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    if (node !== undefined) return node
  }
  return root
}

function findLostKeys(node: Node, path: JSONPath): LostKey[] {
  const children = node.children ?? []
  if (node.type === 'array') return children.flatMap((child, index) => findLostKeys(child, [...path, index]))
  if (node.type !== 'object') return []
  const seen = new Set<string>()
  return children.flatMap(({ children: [keyNode, valueNode] = [] }) => {
    const key = String(keyNode?.value)
    const place = [...path, key]
    const lost = [
      ...(seen.has(key) ? [{ path: place, ...say('key_twice') }] : []),
      // Schemas leave it out: in JavaScript it is not a key like others.
      ...(key === '__proto__' ? [{ path: place, ...say('key_no_name') }] : []),
    ]
    seen.add(key)
    return valueNode === undefined ? lost : [...lost, ...findLostKeys(valueNode, place)]
  })
}
