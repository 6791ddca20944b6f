import type { SourceModule } from './source-module.ts'

export interface Violation {
  readonly path: string
  readonly line: number
  readonly words: string
}

/** Finds what breaks one rule in all modules of the project. */
export type Rule = (modules: readonly SourceModule[]) => Violation[]

/** A rule that looks at each module by itself. */
export function eachModule(
  concerns: (path: string) => boolean,
  find: (module: SourceModule) => readonly Omit<Violation, 'path'>[],
): Rule {
  return (modules) =>
    modules
      .filter(({ path }) => concerns(path))
      .flatMap((module) => find(module).map((violation) => ({ path: module.path, ...violation })))
}
