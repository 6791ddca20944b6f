import { readFileSync } from 'node:fs'

const sampleIntervalMs = 50

/** The most memory that a process has held so far, in bytes; null where the system does not tell (not Linux). */
export function peakRssBytes(pid: number): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}

/** Follows the memory of a process until the returned function is called, which tells the peak. */
export function followPeakRss(pid: number): () => number | null {
  let peak: number | null = null
  const look = (): void => {
    peak = peakRssBytes(pid) ?? peak
  }
  const timer = setInterval(look, sampleIntervalMs)
  return () => {
    clearInterval(timer)
    look()
    return peak
  }
}
