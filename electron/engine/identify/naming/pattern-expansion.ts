import type { PatternNode } from './pattern-text.ts'

export type FlatNode = Exclude<PatternNode, { kind: 'optional' }>

/** Every optional part doubles them, and every one of them is tried on every name. */
export const maxVariants = 64

/** How many ways there are to take optional parts in or leave them out. */
export function countVariants(nodes: readonly PatternNode[]): number {
  let count = 1
  for (const node of nodes) {
    if (node.kind === 'optional') count *= 1 + countVariants(node.nodes)
  }
  return count
}

/** Each way to take optional parts in or leave them out, the fullest first. Count them before. */
export function expandVariants(nodes: readonly PatternNode[]): FlatNode[][] {
  let variants: FlatNode[][] = [[]]
  for (const node of nodes) {
    const choices = node.kind === 'optional' ? [...expandVariants(node.nodes), []] : [[node]]
    variants = variants.flatMap((before) => choices.map((choice) => [...before, ...choice]))
  }
  return variants
}
