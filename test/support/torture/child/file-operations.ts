import { promises } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const reading = ['open', 'readFile', 'stat', 'lstat', 'readdir', 'opendir'] as const
const changing = ['rename', 'link', 'unlink', 'copyFile', 'mkdir', 'writeFile', 'rm', 'utimes'] as const

export type FileOperation = (typeof reading)[number] | (typeof changing)[number]

export const changingOperations: ReadonlySet<FileOperation> = new Set(changing)

export interface FileOperations {
  /** May throw in the place of the operation. */
  before(operation: FileOperation, path: string): void
  after(operation: FileOperation, path: string): void
}

/** From now on every operation on a named file in this process, as far as it returns a promise, is told. */
export function followFileOperations({ before, after }: FileOperations): void {
  for (const operation of [...reading, ...changing]) {
    Object.assign(promises, {
      [operation]: new Proxy(promises[operation] as (...args: unknown[]) => Promise<unknown>, {
        async apply(run, self, args) {
          const path = String(args[0])
          before(operation, path)
          const result: unknown = await Reflect.apply(run, self, args)
          after(operation, path)
          return result
        },
      }),
    })
  }
  syncBuiltinESMExports()
}
