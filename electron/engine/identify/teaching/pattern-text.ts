import type { Part, Template } from './template.ts'

/** As long as a rule's pattern may be. */
const maxLength = 500

/** A template in the pattern language; null where the language cannot say it. The extension is left out. */
export function writePattern({ segments }: Template): string | null {
  const written = segments.map(writeParts)
  if (written.includes(null)) return null
  const pattern = written.join('/')
  return pattern.length <= maxLength ? pattern : null
}

function writeParts(parts: readonly Part[]): string | null {
  const written = parts.map(writePart)
  return written.includes(null) ? null : written.join('')
}

function writePart(part: Part): string | null {
  switch (part.kind) {
    case 'literal':
      return part.text.replace(/[\\[\]{}]/g, '\\$&')
    case 'separator':
      return '{sep}'
    case 'skip':
      return '{skip}'
    case 'date':
      return `{date:${part.format}}`
    case 'field':
      return `{${part.field}}`
    case 'zeros':
      return null
    case 'optional': {
      const inner = writeParts(part.parts)
      return inner === null ? null : `[${inner}]`
    }
  }
}
