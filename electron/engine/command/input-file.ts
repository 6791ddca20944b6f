import { readFile } from 'node:fs/promises'
import { IntrayError } from '../../shared/error-codes.ts'
import type { ErrorCode } from '../../shared/error-codes.ts'

/** Reads a file that a person named. Throws `refusal` when it cannot be read. */
export async function readInputFile(path: string, refusal: ErrorCode): Promise<Buffer> {
  return readFile(path).catch((error: unknown) => refuseInput(path, refusal, error))
}

/** Throws `refusal` for a path that the system does not give. */
export function refuseInput(path: string, refusal: ErrorCode, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  throw new IntrayError(refusal, `${path}: it cannot be read (${code}).`, { cause: error })
}
