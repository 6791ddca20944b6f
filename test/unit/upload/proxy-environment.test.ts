import { describe, expect, it } from 'vitest'
import { proxyFromEnvironment } from '../../../electron/engine/upload/proxy-environment.ts'

const url = 'https://api.unit21.com/v1/acme'
const proxy = 'http://proxy.corp:3128'

describe('the proxy of the environment', () => {
  it.each([
    [{}, null],
    [{ HTTPS_PROXY: proxy }, proxy],
    [{ https_proxy: proxy, HTTPS_PROXY: 'http://other' }, proxy],
    [{ ALL_PROXY: proxy }, proxy],
    [{ HTTPS_PROXY: 'proxy.corp:3128' }, proxy],
    [{ HTTPS_PROXY: '' }, null],
    [{ HTTP_PROXY: proxy }, null],
    [{ HTTPS_PROXY: proxy, NO_PROXY: '*' }, null],
    [{ HTTPS_PROXY: proxy, NO_PROXY: 'api.unit21.com' }, null],
    [{ HTTPS_PROXY: proxy, NO_PROXY: 'localhost, .UNIT21.com' }, null],
    [{ HTTPS_PROXY: proxy, NO_PROXY: 'localhost *.unit21.com' }, null],
    [{ HTTPS_PROXY: proxy, no_proxy: 'unit21.com:443' }, null],
    [{ HTTPS_PROXY: proxy, no_proxy: 'unit21.com:8443' }, proxy],
    [{ HTTPS_PROXY: proxy, NO_PROXY: '21.com,notunit21.com' }, proxy],
  ])('of %j is %s', async (environment, expected) => {
    expect(await proxyFromEnvironment(environment)(url)).toBe(expected)
  })
})
