import type { Profile } from '../../electron/shared/settings/profile.ts'
import type { Environment } from './environment.ts'

/** Of the band over the window. White text on each has a contrast of at least 4.5 to 1. */
export const bandColours = {
  red: 'bg-band-red text-on-solid',
  orange: 'bg-band-orange text-on-solid',
  green: 'bg-band-green text-on-solid',
  blue: 'bg-band-blue text-on-solid',
  violet: 'bg-band-violet text-on-solid',
  grey: 'bg-band-grey text-on-solid',
} as const satisfies Record<Exclude<Profile['colour'], 'auto'>, string>

const kindColours = {
  production: 'bg-production text-on-solid',
  sandbox: 'border-b bg-info-tint text-info',
  other: 'border-b bg-warning-tint text-warning',
} as const satisfies Record<Environment['kind'], string>

/** The band of a profile: its own colour, else that of its environment. */
export function bandClasses(colour: Profile['colour'], kind: Environment['kind']): string {
  return colour === 'auto' ? kindColours[kind] : bandColours[colour]
}
