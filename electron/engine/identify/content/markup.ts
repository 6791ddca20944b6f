/** Text that a program would act on rather than show, by what its beginning holds. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/^#!/, 'a script'],
  [/<\?php/i, 'a PHP script'],
  [/<(?:!doctype\s{1,9}html|html|head|body|iframe|script|meta|style)(?=[\s>/])/i, 'a web page (HTML)'],
  [/<(?:!doctype\s{1,9}svg|svg)(?=[\s>/])/i, 'an SVG drawing'],
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
  const found = signs
    .map(([pattern, words]) => ({ at: start.search(pattern), words }))
    .filter(({ at }) => at !== -1)
    .sort((one, other) => one.at - other.at)[0]
  if (found !== undefined) return found.words
  if (/^<\?xml\s/i.test(start)) return 'an XML document'
  return activeExtensions.has(extension) ? `a .${extension} script or page` : null
}
