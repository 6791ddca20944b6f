import { locale } from '../messages/locale.ts'

const count = new Intl.NumberFormat(locale)
const percent = new Intl.NumberFormat(locale, { style: 'percent' })
const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** 12345 -> `12,345`. */
export function formatCount(value: number): string {
  return count.format(value)
}

/** 2.345 -> `2.3`, 3 -> `3.0`. */
export function formatTenths(value: number): string {
  return tenths.format(value)
}

/** Bytes in decimal units, as the endpoint's limit is stated: 1234567 -> `1.2 MB`. */
export function formatBytes(sizeBytes: number): string {
  if (sizeBytes < 1_000) return `${count.format(sizeBytes)} B`
  if (sizeBytes < 1_000_000) return `${count.format(Math.round(sizeBytes / 1_000))} kB`
  if (sizeBytes < 1_000_000_000) return `${oneDecimal.format(sizeBytes / 1_000_000)} MB`
  return `${oneDecimal.format(sizeBytes / 1_000_000_000)} GB`
}

/** `0.37` -> `37%`, as the language writes it. */
export function formatPercent(share: number): string {
  return percent.format(share)
}
