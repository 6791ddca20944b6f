import { readFile } from 'node:fs/promises'
import { parse, printParseErrorCode } from 'jsonc-parser'
import type { ParseError } from 'jsonc-parser'
import { IntrayError } from '../../shared/error-codes.ts'
import { sandboxOptionsSchema } from '../sandbox/options.ts'
import type { SandboxOptions } from '../sandbox/options.ts'

/**
 * Reads the simulator's options from a file (JSON, comments and trailing commas allowed), or the defaults.
 * Throws `settings_invalid` with every mistake.
 */
export async function readSandboxConfig(file: string | undefined): Promise<SandboxOptions> {
  if (file === undefined) return sandboxOptionsSchema.parse({ createUnknownEntities: true })
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new IntrayError('settings_invalid', `${file}: it cannot be read (${code}).`, { cause: error })
  })
  const errors: ParseError[] = []
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true })
  const first = errors[0]
  if (first !== undefined) {
    const line = text.slice(0, first.offset).split('\n').length
    const words = `This is no valid JSON: ${printParseErrorCode(first.error)} in line ${String(line)}.`
    throw new IntrayError('settings_invalid', `${file}\n${words}`)
  }
  const options = sandboxOptionsSchema.safeParse(value)
  if (options.success) return options.data
  const mistakes = options.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  )
  throw new IntrayError('settings_invalid', [file, ...mistakes].join('\n'))
}
