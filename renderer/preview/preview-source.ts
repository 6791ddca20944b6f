import { z } from 'zod'
import { errorCatalogue } from '../../electron/shared/error-codes.ts'
import type { ErrorCode, Failure } from '../../electron/shared/error-codes.ts'
import type { Item } from '../../electron/shared/records.ts'
import { saidSchema } from '../../electron/shared/sentences/told.ts'
import { PreviewError } from './preview-problem.ts'

/** How long a preview may take, from the first byte to the picture. */
export const previewLimitMs = 15_000

/**
 * Names one content of one item. Whatever was loaded under another key must never be shown for this item.
 */
export function previewKey(item: Item): string {
  return `${item.id}:${item.repair?.sha256 ?? item.sha256 ?? ''}`
}

/** Which form of an item is meant, where it is not the file itself as a whole. */
export interface PreviewForm {
  /** One page of a TIFF, from 1. */
  readonly page?: number
  /** A repaired form in place of the original, by its SHA-256. */
  readonly repairSha256?: string
  /** The original, also where a smaller form is sent in its place. */
  readonly isOriginal?: boolean
}

/**
 * Where the shell serves the bytes of an item's preview: of what is sent, unless the form says otherwise. The hash keeps
 * an old content from being reused.
 */
export function previewUrl(item: Item, form: PreviewForm = {}): string {
  const repair = form.repairSha256 ?? (form.isOriginal === true ? undefined : item.repair?.sha256)
  const query = new URLSearchParams({
    ...(item.sha256 !== null && { v: item.sha256.slice(0, 8) }),
    ...(form.page !== undefined && { page: String(form.page) }),
    ...(repair !== undefined && { repair }),
  })
  const address = `/preview/${item.id}`
  return query.size === 0 ? address : `${address}?${query}`
}

/**
 * Asks for an item's preview.
 * @throws PreviewError with the shell's failure when there is no preview.
 */
export async function fetchPreview(
  item: Item,
  signal: AbortSignal,
  form: PreviewForm = {},
  headers?: HeadersInit,
): Promise<Response> {
  const response = await fetch(previewUrl(item, form), { signal, ...(headers && { headers }) })
  if (response.ok) return response
  throw new PreviewError({ kind: 'refused', failure: await readFailure(response) })
}

/** How many pages the answer's file has, as the shell says it; 1 where it does not. */
export function pageCountOf(response: Response): number {
  const count = Number(response.headers.get('Intray-Page-Count') ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}

const failureSchema = z.object({
  code: z.custom<ErrorCode>((code) => typeof code === 'string' && Object.hasOwn(errorCatalogue, code)),
  detail: z.string().default(''),
  said: saidSchema.optional(),
})

/** The failure in a refusing answer; an answer that holds none counts as "no preview". */
async function readFailure(response: Response): Promise<Failure> {
  const text = await response.text()
  try {
    return failureSchema.parse(JSON.parse(text))
  } catch {
    return { code: 'preview_unavailable', detail: '' }
  }
}
