import type { NetworkInterfaceInfo } from 'node:os'

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

export interface NetworkChangesOptions {
  isOnline(): boolean
  interfaces(): Interfaces
  onChange(): void
  readonly intervalMs?: number
}

/** Electron tells the main process of no change of the network, so it is looked for. Returns its stop. */
export function watchNetwork(options: NetworkChangesOptions): () => void {
  const look = (): string => `${String(options.isOnline())} ${addressesOf(options.interfaces())}`
  let before = look()
  const timer = setInterval(() => {
    const present = look()
    if (present === before) return
    before = present
    options.onChange()
  }, options.intervalMs ?? 15_000)
  return () => clearInterval(timer)
}

/** Temporary IPv6 addresses come and go on a network that stays the same; their network part does not. */
function addressesOf(interfaces: Interfaces): string {
  const addresses = Object.entries(interfaces).flatMap(([name, infos = []]) =>
    infos
      .filter(({ internal }) => !internal)
      .map(({ family, address }) => (family === 'IPv6' ? address.split(':').slice(0, 4).join(':') : address))
      .map((address) => `${name} ${address}`),
  )
  return [...new Set(addresses)].sort().join()
}
