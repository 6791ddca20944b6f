/** Roots of documents that a program shows as a page or a drawing. */
const roots: readonly (readonly [RegExp, string])[] = [
  [/<(?:!doctype\s{1,9}html|html)(?=[\s>/])/i, 'a web page (HTML)'],
  [/<(?:!doctype\s{1,9}svg|svg)(?=[\s>/])/i, 'an SVG drawing'],
]

/** What browsers take for a page, or systems for a script, without a root. */
const fragments: readonly (readonly [RegExp, string])[] = [
  [/^#!/, 'a script'],
  [/<\?php/i, 'a PHP script'],
  [/<(?:head|body|iframe|script|meta|style)(?=[\s>/])/i, 'a web page (HTML)'],
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
 * Words for text that is more than text: a page, a drawing or a script, by its beginning or by its extension
 * (lower case, without the dot). Null for plain text.
 */
export function describeMarkup(beginning: string, extension: string): string | null {
  const start = beginning.replace(/^\uFEFF?\s*/u, '')
  const isXml = /^<\?xml\s/i.test(start)
  const first = (isXml ? roots : [...roots, ...fragments])
    .map(([pattern, words]) => ({ at: start.search(pattern), words }))
    .filter(({ at }) => at !== -1)
    .sort((one, other) => one.at - other.at)[0]
  if (first !== undefined) return first.words
  if (isXml) return 'an XML document'
  return activeExtensions.has(extension) ? `a .${extension} script or page` : null
}
