import { describe, expect, it } from 'vitest'
import { noticeLook } from '../../../../electron/main/presence/notice-words.ts'
import { de } from '../../../../electron/main/words/de.ts'
import { en } from '../../../../electron/main/words/en.ts'
import { errorCatalogue, isStopCode } from '../../../../electron/shared/error-codes.ts'
import type { ErrorCode } from '../../../../electron/shared/error-codes.ts'
import { errors as german } from '../../../../renderer/messages/de/errors.ts'

// The keys of the catalogue are the codes.
const stopCodes = (Object.keys(errorCatalogue) as ErrorCode[]).filter(isStopCode)
const stopped = (code: ErrorCode) => ({ kind: 'uploads_stopped', failure: { code, detail: '' } }) as const

describe('the notice that uploads stopped', () => {
  it.each(stopCodes)('says why in the words of the window, in both languages: %s', (code) => {
    expect(noticeLook(stopped(code), en).body).toBe(errorCatalogue[code].happened)
    expect(noticeLook(stopped(code), de).body).toBe(german[code].happened)
  })

  it('gives no reason that it does not know', () => {
    expect(noticeLook({ kind: 'uploads_stopped', failure: null }, de)).toEqual({
      title: 'Uploads angehalten',
      body: '',
      view: 'uploads',
    })
  })
})
