import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentRules } from './architecture/content-rules.ts'
import { importRules } from './architecture/import-rules.ts'
import type { Rule } from './architecture/rule.ts'
import { parseModule } from './architecture/source-module.ts'
import type { SourceModule } from './architecture/source-module.ts'
import { readSourceTree } from './architecture/source-tree.ts'
import { samples } from './architecture/samples.ts'
import type { Sample, SampleTree } from './architecture/samples.ts'

const rules: Readonly<Record<keyof typeof samples, Rule>> = { ...importRules, ...contentRules }
const table = Object.entries(rules)
const project = (await readSourceTree(resolve(import.meta.dirname, '../..'))).map(parseModule)

describe('the project', () => {
  it('is found', () => {
    const paths = project.map(({ path }) => path)
    expect(paths).toContain('electron/shared/contract.ts')
    expect(paths).toContain('electron/engine/engine.ts')
    expect(paths).toContain('renderer/App.svelte')
  })

  it.each(table)('%s', (_name, rule) => {
    expect(report(rule, project)).toEqual([])
  })
})

describe('the rules', () => {
  const cases = Object.entries<Sample>(samples).map(([name, sample]) => ({
    name,
    ...sample,
    rule: rules[name as keyof typeof samples],
  }))

  it.each(cases)('find where it is broken: $name', ({ rule, broken, found }) => {
    expect(report(rule, parse(broken))).toEqual(found)
  })

  it.each(cases)('let pass what keeps it: $name', ({ rule, kept }) => {
    expect(report(rule, parse(kept))).toEqual([])
  })
})

function parse(tree: SampleTree): SourceModule[] {
  return Object.entries(tree).map(([path, text]) => parseModule({ path, text }))
}

function report(rule: Rule, modules: readonly SourceModule[]): string[] {
  return rule(modules).map(({ path, line, words }) => `${path}:${line} ${words}`)
}
