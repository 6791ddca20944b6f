import type { Timers } from '../time/clock.ts'
import type { FolderReader } from './folder-reader.ts'

const patienceMs = 60_000

/**
 * A reader whose calls end with `ETIMEDOUT` when the file system does not answer within a minute. A call that
 * hangs cannot be taken back and holds one of the few threads that all folders share, so no further call is
 * made until it has ended.
 */
export function patientReader(reader: FolderReader, timers: Timers): FolderReader {
  let hangingCount = 0

  const patiently = <Answer>(call: () => Promise<Answer>): Promise<Answer> =>
    new Promise<Answer>((resolve, reject) => {
      if (hangingCount > 0) {
        reject(noAnswer())
        return
      }
      let isLate = false
      const stopTimer = timers.after(patienceMs, () => {
        isLate = true
        hangingCount += 1
        reject(noAnswer())
      })
      const end = () => {
        stopTimer()
        if (isLate) hangingCount -= 1
      }
      call().then(
        (answer) => {
          end()
          resolve(answer)
        },
        (thrown: unknown) => {
          end()
          reject(thrown instanceof Error ? thrown : new Error(String(thrown)))
        },
      )
    })

  return {
    readDirectory: (path) => patiently(() => reader.readDirectory(path)),
    readRawNames: (path) => patiently(() => reader.readRawNames(path)),
    readEntry: (path) => patiently(() => reader.readEntry(path)),
    readFolder: (path) => patiently(() => reader.readFolder(path)),
    readRealPath: (path) => patiently(() => reader.readRealPath(path)),
  }
}

function noAnswer(): Error {
  return Object.assign(new Error('the file system does not answer'), { code: 'ETIMEDOUT' })
}
