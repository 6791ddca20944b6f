import { liveStatus } from './live-status.svelte.ts'

/** The profile that is in use; `main` until the engine has told. */
export function currentProfileId(): string {
  return liveStatus.current?.profile.id ?? 'main'
}
