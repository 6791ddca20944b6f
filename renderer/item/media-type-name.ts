import { mediaTypeLabel } from '../../electron/shared/media-types.ts'
import { messages } from '../messages/current.ts'

/** What a media type is called in the language of the window; one of a house's own keeps its words. */
export function mediaTypeName(mediaType: string): string {
  const names: Readonly<Record<string, string>> = messages.mediaTypes
  return Object.hasOwn(names, mediaType) ? (names[mediaType] ?? mediaType) : mediaTypeLabel(mediaType)
}
