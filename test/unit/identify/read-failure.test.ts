import { describe, expect, it } from 'vitest'
import { toReadFailure } from '../../../electron/engine/identify/read-failure.ts'
import { IntrayError, toFailure } from '../../../electron/shared/error-codes.ts'

const systemError = (code: string): Error =>
  Object.assign(new Error(`${code}: /home/anna/secret.jpg`), { code })

describe('toReadFailure', () => {
  it.each([
    ['ENOENT', 'file_missing', ''],
    ['ENOTDIR', 'file_missing', ''],
    ['EACCES', 'file_unreadable', 'Permission denied (EACCES).'],
    ['EPERM', 'file_unreadable', 'Permission denied (EPERM).'],
    ['EBUSY', 'file_unreadable', 'Another program has it in use (EBUSY).'],
    ['EIO', 'file_unreadable', 'The disk or the network reported an error (EIO).'],
    ['ESTALE', 'file_unreadable', 'The system refused (ESTALE).'],
  ])('gives %s a code and words, and keeps the path out', (systemCode, code, detail) => {
    const failure = toReadFailure(systemError(systemCode))
    expect(failure).toBeInstanceOf(IntrayError)
    expect(toFailure(failure)).toMatchObject({ code, detail })
    expect(failure).not.toHaveProperty('cause')
  })

  it('leaves what is no system error as it is', () => {
    const mistake = new TypeError('A mistake of ours')
    expect(toReadFailure(mistake)).toBe(mistake)
    const known = new IntrayError('content_changed')
    expect(toReadFailure(known)).toBe(known)
  })
})
