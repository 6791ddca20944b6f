import type { Violation } from './rule.ts'
import type { SourceModule } from './source-module.ts'
import { importedFiles } from './zones.ts'

/**
 * Each import that closes a circle, found by walking from every file. Imports of types count: files that cannot
 * be understood one after the other are one file in two pieces.
 */
export function importCycles(modules: readonly SourceModule[]): Violation[] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const finished = new Set<string>()
  const trail: string[] = []
  const violations: Violation[] = []

  const visit = (module: SourceModule): void => {
    trail.push(module.path)
    for (const { target, line } of importedFiles(module)) {
      const next = target.kind === 'file' ? byPath.get(target.path) : undefined
      if (next === undefined || finished.has(next.path)) continue
      const start = trail.indexOf(next.path)
      if (start < 0) visit(next)
      else {
        const circle = [...trail.slice(start), next.path].join(' > ')
        violations.push({ path: module.path, line, words: `closes the circle ${circle}` })
      }
    }
    trail.pop()
    finished.add(module.path)
  }
  for (const module of modules) if (!finished.has(module.path)) visit(module)
  return violations
}
