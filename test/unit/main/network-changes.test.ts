import type { NetworkInterfaceInfo } from 'node:os'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchNetwork } from '../../../electron/main/network-changes.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function address(text: string): NetworkInterfaceInfo {
  const common = { address: text, netmask: '', mac: '', internal: text === '127.0.0.1', cidr: null }
  return text.includes(':') ? { ...common, family: 'IPv6', scopeid: 0 } : { ...common, family: 'IPv4' }
}

function network() {
  const system = { online: true, addresses: ['127.0.0.1', '10.0.0.5', '2001:db8:1:2:aaaa:1:1:1'], changes: 0 }
  const stop = watchNetwork({
    isOnline: () => system.online,
    interfaces: () => ({ eth0: system.addresses.map(address) }),
    onChange: () => (system.changes += 1),
    intervalMs: 1_000,
  })
  return { system, stop }
}

describe('a change of the network', () => {
  it('is told once for each change, and never for a network that stays', () => {
    const { system, stop } = network()
    vi.advanceTimersByTime(10_000)
    expect(system.changes).toBe(0)
    system.addresses = ['127.0.0.1', '192.168.1.7']
    vi.advanceTimersByTime(10_000)
    expect(system.changes).toBe(1)
    system.online = false
    vi.advanceTimersByTime(10_000)
    expect(system.changes).toBe(2)
    stop()
    system.online = true
    vi.advanceTimersByTime(10_000)
    expect(system.changes).toBe(2)
  })

  it('is not the next temporary address in the same network', () => {
    const { system, stop } = network()
    system.addresses = ['10.0.0.5', '2001:db8:1:2:bbbb:2:2:2']
    vi.advanceTimersByTime(10_000)
    expect(system.changes).toBe(0)
    stop()
  })
})
