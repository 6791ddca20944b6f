import { environmentPresets } from '../../../electron/shared/settings/connection.ts'

export type EnvironmentId = keyof typeof environmentPresets | 'other'

/** Object.keys widens the keys to string; these are the keys of the presets. */
export const environmentIds = Object.keys(environmentPresets) as (keyof typeof environmentPresets)[]

/** The preset whose address this is. */
export function environmentOf(baseUrl: string): EnvironmentId {
  const address = baseUrl.trim().replace(/\/+$/, '')
  return environmentIds.find((id) => environmentPresets[id].baseUrl === address) ?? 'other'
}

/** True where files end up in real cases, as far as the address tells. */
export function isProduction(baseUrl: string): boolean {
  return environmentOf(baseUrl).startsWith('production')
}

/** The host of an address, or the address as it is while it is still being typed. */
export function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl
}
