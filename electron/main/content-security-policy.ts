/** What a page of the window may load and run: its own files, and nothing that stands inline. */
const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob: data:",
  'media-src': "'self' blob:",
  'connect-src': "'self'",
  'worker-src': "'self' blob:",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
} as const

const pagePolicy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ')

/** A scan that is opened as a page of its own, against all rules, still can do nothing. */
const scanPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

const everyHeader = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Scans are personal data and stay out of Chromium's caches.
  'Cache-Control': 'no-store',
} as const

/** The headers of every file of the page. */
export const pageHeaders: Readonly<Record<string, string>> = {
  ...everyHeader,
  'Content-Security-Policy': pagePolicy,
}

/** The headers of every scan and of every answer without a page. */
export const scanHeaders: Readonly<Record<string, string>> = {
  ...everyHeader,
  'Content-Security-Policy': scanPolicy,
}
