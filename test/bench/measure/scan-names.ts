const prefixes = ['scan', 'doc', 'img', 'kyc', 'upload', 'branch', 'desk', 'mobile', 'archive', 'batch']

const shapes = [
  (prefix: string) => `${prefix}_{entity_id}_{media_type}`,
  (prefix: string) => `${prefix}-{date:YYYYMMDD}-{entity_id}-{media_type}[-{side}].{ext}`,
  (prefix: string) => `${prefix} {media_type} {side} {entity_id}`,
  (prefix: string) => `${prefix}/{entity_id}/{media_type}`,
  (prefix: string) => `{field:branch}/${prefix}{sep}{entity_id}{sep}{media_type}[{sep}{skip}]`,
]

/** Patterns as organisations have them, several of one shape and with different literal text. */
export function listRules(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const shape = shapes[index % shapes.length]
    const prefix = prefixes[Math.floor(index / shapes.length) % prefixes.length]
    if (shape === undefined || prefix === undefined) throw new Error('There are no rules to make.')
    return shape(prefix)
  })
}

const kinds = ['passport', 'selfie', 'id_front', 'dl-back', 'utility bill', 'Bank Statement', 'cheque']

/** Names of which most fit one of the patterns, and every fourth none, as scanners and phones name them. */
export function listNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const prefix = prefixes[index % prefixes.length] ?? ''
    const kind = kinds[index % kinds.length] ?? ''
    const entity = `cust-${10_000 + index}`
    switch (index % 8) {
      case 0:
        return `2024/08/${prefix}_${entity}_${kind}.jpg`
      case 1:
        return `${prefix.toUpperCase()}-20240501-${20_000 + index}-${kind}.pdf`
      case 2:
        return `inbox/${prefix} licence back ${entity}.png`
      case 3:
        return `${prefix}/${entity}/${kind}.tif`
      case 4:
        return `Oslo/${prefix}__${20_000 + index} - ${kind}.jpg`
      case 5:
        return `Oslo/${prefix}.${20_000 + index}.${kind}.page 2.jpg`
      case 6:
        return `DCIM/IMG_${20_000 + index}.JPG`
      default:
        return `Scan_${20_000 + index}_0001.pdf`
    }
  })
}

/** The least that a pattern asks of a path, as a regular expression that any programmer would write. */
export function expressionOf(pattern: string): RegExp {
  const source = pattern
    .replace(/\.\{ext\}$/, '')
    .replace(/[.*+?^$()|\\]/g, '\\$&')
    .replaceAll('[', '(?:')
    .replaceAll(']', ')?')
    .replaceAll('{sep}', '[-\\s_.]+')
    .replace(/\{date:[^}]*\}/g, '\\d{8}')
    .replace(/\{[^}0-9][^}]*\}/g, '([^/]+)')
  return new RegExp(`(?:^|/)${source}(?:\\.[^./]+)?$`, 'iu')
}
