import { z } from 'zod'
import { formSentences } from '../sentences/settings-sentences.ts'

/** Base URLs of the endpoint. Source: the endpoint's sheet, "Hosts". */
export const environmentPresets = {
  production: { label: 'Production', baseUrl: 'https://api.unit21.com/v1' },
  production_2: { label: 'Production 2', baseUrl: 'https://api.prod2.unit21.com/v1' },
  production_eu: { label: 'Production EU', baseUrl: 'https://api.prod1.eu-central-1.unit21.com/v1' },
  sandbox: { label: 'Sandbox 1', baseUrl: 'https://sandbox1-api.unit21.com/v1' },
  sandbox_2: { label: 'Sandbox 2', baseUrl: 'https://sandbox2-api.unit21.com/v1' },
  sandbox_eu: { label: 'Sandbox EU', baseUrl: 'https://api.sandbox1.eu-central-1.unit21.com/v1' },
} as const

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** HTTPS only, except loopback: the key must not travel in clear text. */
function isSafeBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === '' &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname)))
  )
}

/** Nobody's password belongs into a settings file. */
function isProxyUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.pathname === '/'
  )
}

export const connectionSchema = z.strictObject({
  baseUrl: z
    .string()
    .refine(isSafeBaseUrl, formSentences.base_url_unsafe)
    .default(environmentPresets.sandbox.baseUrl)
    .describe('Address of the endpoint, up to and including /v1.'),
  organisation: z
    .string()
    .regex(/^[A-Za-z0-9._-]{0,100}$/, formSentences.organisation_characters)
    .default('')
    .describe('The organisation name that stands in the address of every call.'),
  bodyForm: z
    .enum(['multipart', 'json'])
    .default('multipart')
    .describe('How a file travels: as multipart form data, or as base64 in JSON.'),
  source: z
    .string()
    .max(200)
    .default('intray')
    .describe('The value of `source` that is sent with every file.'),
  proxy: z
    .union([z.enum(['system', 'none']), z.string().refine(isProxyUrl, formSentences.proxy_form)])
    .default('system')
    .describe('The way to the endpoint: as the system says (also by PAC), directly, or by this proxy.'),
  systemCertificates: z
    .boolean()
    .default(true)
    .describe('Whether authorities that the system trusts are trusted, besides those that Intray brings.'),
  timeoutMs: z.int().min(1_000).max(600_000).default(90_000).describe('How long one upload may take.'),
})

export type ConnectionSettings = z.infer<typeof connectionSchema>
