import { calls } from '../shared/contract.ts'
import type { CallInput } from '../shared/contract.ts'

const previewPath = /^\/preview\/([1-9]\d{0,14})$/
const wholeNumber = /^[1-9]\d{0,4}$/

/**
 * What an address below `/preview/` asks the engine for: `/preview/<item id>`, with `?page=` for one page of a TIFF
 * and `?repair=` for a repaired form by its SHA-256. `v` only keeps an old content from being used again.
 * `null` for every other path; `'refused'` for a preview's path with anything else in its query.
 */
export function parsePreviewRequest(address: URL): CallInput<'media.preview'> | 'refused' | null {
  const itemId = previewPath.exec(address.pathname)?.[1]
  if (itemId === undefined) return null
  const given = [...address.searchParams]
  const names = given.map(([name]) => name)
  if (new Set(names).size < names.length) return 'refused'
  const values = new Map(given)
  values.delete('v')
  const page = values.get('page')
  const repairSha256 = values.get('repair')
  values.delete('page')
  values.delete('repair')
  if (values.size > 0 || (page !== undefined && !wholeNumber.test(page))) return 'refused'
  const parsed = calls['media.preview'].input.safeParse({
    itemId: Number(itemId),
    ...(page !== undefined && { page: Number(page) }),
    ...(repairSha256 !== undefined && { repairSha256 }),
  })
  return parsed.success ? parsed.data : 'refused'
}
