import { familyOfExtension } from '../../shared/file-families.ts'
import type { SandboxOptions } from './options.ts'
import { Refusal } from './refusal.ts'

/** The types that the endpoint's page lists, word for word; not derived from what Intray makes of that list. */
const listedExtensions = new Set('txt pdf mp4 mov wmv avi mkv png jpg tiff gif raw eps'.split(' '))

/** Throws 400 where a medium's name has no extension or one that the endpoint does not take. */
export function requireListedType(name: string, options: Pick<SandboxOptions, 'strictExtensions'>): void {
  const dot = name.lastIndexOf('.')
  const extension = dot === -1 ? '' : name.slice(dot + 1).toLowerCase()
  if (extension === '') throw new Refusal(400, 'The name must include the file extension.')
  if (listedExtensions.has(extension)) return
  if (!options.strictExtensions && familyOfExtension(extension) !== undefined) return
  throw new Refusal(400, `The file type .${extension} is not supported.`)
}
