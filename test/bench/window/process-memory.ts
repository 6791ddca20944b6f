import type { ElectronApplication } from '@playwright/test'

/** What each process of an application held at one time. */
export interface MemoryLook {
  readonly atMs: number
  readonly sizeBytes: ReadonlyMap<string, number>
}

/** The processes by what they do: the window's own page is `Tab`, the engine has its name. */
export async function lookAtMemory(app: ElectronApplication, atMs: number): Promise<MemoryLook> {
  const metrics = await app.evaluate((electron) =>
    electron.app.getAppMetrics().map(({ type, name, memory }) => ({
      name: name ?? type,
      sizeBytes: memory.workingSetSize * 1_024,
    })),
  )
  const sizeBytes = new Map<string, number>()
  for (const metric of metrics) {
    sizeBytes.set(metric.name, (sizeBytes.get(metric.name) ?? 0) + metric.sizeBytes)
  }
  return { atMs, sizeBytes }
}

/** Bytes by which a process grew in a minute, by the straight line that fits its looks best. */
export function growthPerMinute(looks: readonly MemoryLook[], process: string): number {
  const points = looks.flatMap(({ atMs, sizeBytes }) => {
    const size = sizeBytes.get(process)
    return size === undefined ? [] : [{ minutes: atMs / 60_000, size }]
  })
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanMinutes, meanSize] = [
    mean(points.map(({ minutes }) => minutes)),
    mean(points.map(({ size }) => size)),
  ]
  const spread = points.reduce((sum, { minutes }) => sum + (minutes - meanMinutes) ** 2, 0)
  const rise = points.reduce((sum, { minutes, size }) => sum + (minutes - meanMinutes) * (size - meanSize), 0)
  return spread === 0 ? 0 : rise / spread
}
