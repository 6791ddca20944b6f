import { FuseV1Options } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { chooseFuses } from '../../../build/packaging/fuses.mjs'

const known = Object.keys(FuseV1Options).filter((name) => !/^\d+$/.test(name))
const platforms = ['darwin', 'linux', 'win32']

describe('the fuses of a package', () => {
  it.each(platforms)('have a setting each, and no other name is set, on %s', (platform) => {
    expect(Object.keys(chooseFuses({ platform, forTests: false })).sort()).toEqual(known.sort())
  })

  it.each(platforms)('leave no way to run foreign code with the application on %s', (platform) => {
    expect(chooseFuses({ platform, forTests: false })).toMatchObject({
      RunAsNode: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      OnlyLoadAppFromAsar: true,
      GrantFileProtocolExtraPrivileges: false,
      EnableCookieEncryption: true,
    })
  })

  it('check the archive where the system can prove it', () => {
    const integrity = (platform: string) =>
      chooseFuses({ platform, forTests: false })['EnableEmbeddedAsarIntegrityValidation']
    expect(platforms.map(integrity)).toEqual([true, false, true])
  })

  it('open the debugger for tests and nothing else', () => {
    const forPeople = chooseFuses({ platform: 'linux', forTests: false })
    const forTests = chooseFuses({ platform: 'linux', forTests: true })
    expect(forTests).toEqual({ ...forPeople, EnableNodeCliInspectArguments: true })
  })
})
