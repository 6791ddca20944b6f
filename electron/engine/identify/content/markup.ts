import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'
import type { ForeignType } from '../../../shared/sentences/content-phrases.ts'
/** Roots of documents that a program shows as a page or a drawing. */
const roots: readonly (readonly [RegExp, ForeignType])[] = [
  [/<(?:!doctype\s{1,9}html|html)(?=[\s>/])/i, 'html'],
  [/<(?:!doctype\s{1,9}svg|svg)(?=[\s>/])/i, 'svg'],
]

/** What browsers take for a page, or systems for a script, without a root. */
const fragments: readonly (readonly [RegExp, ForeignType])[] = [
  [/^#!/, 'script'],
  [/<\?php/i, 'php'],
  [/<(?:head|body|iframe|script|meta|style)(?=[\s>/])/i, 'html'],
]

/** Extensions of text that programs run or open as a page, whatever it says. */
const activeExtensions = new Set([
  ...[
    'bat',
    'cmd',
    'hta',
    'js',
    'jse',
    'mjs',
    'php',
    'pl',
    'ps1',
    'psm1',
    'py',
    'rb',
    'sh',
    'vbe',
    'vbs',
    'wsf',
  ],
  ...['htm', 'html', 'mht', 'mhtml', 'svg', 'xhtml', 'xml', 'xsl', 'url', 'desktop', 'eml', 'rtf', 'ps'],
])

/**
 * A phrase for text that is more than text: a page, a drawing or a script, by its beginning or by its extension
 * (lower case, without the dot). Null for plain text.
 */
export function describeMarkup(beginning: string, extension: string): Sentence | null {
  const start = beginning.replace(/^\uFEFF?\s*/u, '')
  const isXml = /^<\?xml\s/i.test(start)
  const first = (isXml ? roots : [...roots, ...fragments])
    .map(([pattern, type]) => ({ at: start.search(pattern), type }))
    .filter(({ at }) => at !== -1)
    .sort((one, other) => one.at - other.at)[0]
  if (first !== undefined) return say('content_foreign', { type: first.type })
  if (isXml) return say('content_foreign', { type: 'xml' })
  return activeExtensions.has(extension) ? say('content_script_or_page', { extension }) : null
}
