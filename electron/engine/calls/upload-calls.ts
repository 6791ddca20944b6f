import type { Handlers } from '../../shared/contract.ts'
import type { Session } from '../session.ts'

type UploadCall = Extract<keyof Handlers<'engine'>, `uploads.${string}`>

export interface UploadCallOptions {
  session(): Promise<Session>
  /** Who asks for it. */
  actor(): Promise<string>
}

/** Pausing and resuming uploads. */
export function uploadCalls({ session, actor }: UploadCallOptions): Pick<Handlers<'engine'>, UploadCall> {
  return {
    'uploads.pause': async () => {
      await (await session()).lane.pause(await actor())
      return null
    },
    'uploads.resume': async () => {
      await (await session()).lane.resume(await actor())
      return null
    },
  }
}
