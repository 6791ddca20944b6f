const placeholders = ['cust-90001']
const unknown = ['cust-99999']

/**
 * The entities that the practice endpoint should know: every one that a scan names, except those that are there to be
 * refused.
 * @param {import('./scans/scan.mjs').Scan[]} scans
 */
export function entities(scans) {
  const refused = new Set([...placeholders, ...unknown])
  const named = new Set(
    scans.flatMap(({ entityId }) => (entityId && !refused.has(entityId) ? [entityId] : [])),
  )
  return { known: [...named].sort(), placeholders, unknown }
}
