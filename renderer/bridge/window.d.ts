import type { WindowBridge } from '../../electron/shared/contract.ts'

declare global {
  interface Window {
    /** Put there by the preload script. Only `bridge/client.ts` uses it. */
    readonly intray: WindowBridge
  }
}
