import { describe, expect, it } from 'vitest'
import { firstProxy } from '../../../electron/main/proxy-list.ts'

describe('what the system says of the way', () => {
  it.each([
    ['DIRECT', null],
    ['', null],
    ['PROXY proxy.example:8080', 'http://proxy.example:8080'],
    ['PROXY proxy.example:8080; DIRECT', 'http://proxy.example:8080'],
    ['HTTPS proxy.example:443;PROXY other:80', 'https://proxy.example:443'],
    ['DIRECT; PROXY proxy.example:8080', null],
    ['SOCKS5 proxy.example:1080; DIRECT', 'socks5://proxy.example:1080'],
    ['SOCKS proxy.example:1080', 'socks4://proxy.example:1080'],
    ['QUIC proxy.example:443; PROXY other:80', 'http://other:80'],
    ['PROXY [2001:db8::1]:3128', 'http://[2001:db8::1]:3128'],
    ['PROXY ; DIRECT', null],
    ['PROXY not a host', null],
  ])('%s means %s', (list, proxy) => {
    expect(firstProxy(list)).toBe(proxy)
  })
})
