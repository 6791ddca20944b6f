import { isIgnoredAt } from './separator.ts'

/** A name that a text holds: `[start, end)`, beginning and ending with a character of it. */
export interface FoundName<Value> {
  readonly start: number
  readonly end: number
  readonly value: Value
}

interface Node<Value> {
  readonly next: Map<number, Node<Value>>
  value: Value | undefined
}

const nothing: readonly never[] = []

/** Names by their keys (`aliasKey`), to be found at any place of a text whatever separates their letters. */
export class NameTrie<Value> {
  readonly #root: Node<Value> = { next: new Map(), value: undefined }

  constructor(entries: Iterable<readonly [key: string, value: Value]>) {
    for (const [key, value] of entries) {
      let node = this.#root
      for (let at = 0; at < key.length; at += 1) {
        const code = key.charCodeAt(at)
        let next = node.next.get(code)
        if (next === undefined) {
          next = { next: new Map(), value: undefined }
          node.next.set(code, next)
        }
        node = next
      }
      node.value = value
    }
  }

  /** The names that begin with the character at `start`, the shortest first. `folded` is in the form of `foldCase`. */
  namesAt(folded: string, start: number): readonly FoundName<Value>[] {
    let node = this.#root.next.get(folded.charCodeAt(start))
    let found: FoundName<Value>[] | undefined
    let at = start + 1
    while (node !== undefined) {
      if (node.value !== undefined) (found ??= []).push({ start, end: at, value: node.value })
      while (isIgnoredAt(folded, at)) at += 1
      if (at >= folded.length) break
      node = node.next.get(folded.charCodeAt(at))
      at += 1
    }
    return found ?? nothing
  }
}
