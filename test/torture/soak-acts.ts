import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Draws } from '../support/torture/draws.ts'
import { startEngineProcess } from '../support/torture/engine-process.ts'
import type { EngineProcess } from '../support/torture/engine-process.ts'
import { attendOnce, itemsIn, unlessTooLate } from '../support/torture/person.ts'
import { openTorturePlace, scanPath } from '../support/torture/torture-place.ts'
import type { TorturePlace } from '../support/torture/torture-place.ts'

export interface Soak {
  readonly real: { readonly place: TorturePlace; engine: EngineProcess }
  /** What lies in the watched folder: SHA-256 by path. */
  readonly files: ReadonlyMap<string, string>
  /** Does one thing by chance. Only in the rough part is the engine killed and started again. */
  actOnce(isRough: boolean): Promise<void>
  actCounts(): Readonly<Record<string, number>>
}

/** The most files that are left in the folder: a person clears away what was uploaded. */
const maxFiles = 300

export async function openSoak(draws: Draws): Promise<Soak> {
  const place = await openTorturePlace()
  const real = { place, engine: await startEngineProcess(place) }
  const files = new Map<string, string>()
  const counts: Record<string, number> = {}
  let scans = 0

  const anyPath = (): string | undefined => draws.oneOf([...files.keys()])
  const drop = (path: string, change = 0): void => {
    files.set(path, place.drop(path, `${path} ${String(change)}`))
  }

  const acts: Record<string, () => Promise<void> | void> = {
    drop() {
      for (let left = draws.integer(1, 8); left > 0; left -= 1) drop(scanPath(scans++))
    },
    edit() {
      const path = anyPath()
      if (path !== undefined) drop(path, scans++)
    },
    move() {
      const from = anyPath()
      if (from === undefined) return
      const to = scanPath(1_000_000 + scans++)
      if (existsSync(place.at(to))) return
      renameSync(place.at(from), place.at(to))
      files.set(to, files.get(from) ?? '')
      files.delete(from)
    },
    async clearAway() {
      if (files.size < maxFiles) return
      for (const { path, sha256 } of await itemsIn(real.engine, ['uploaded'])) {
        if (files.get(path) !== sha256) continue
        rmSync(place.at(path))
        files.delete(path)
      }
    },
    async approve() {
      for (const { id: itemId, revision } of (await itemsIn(real.engine, ['awaiting_review'])).slice(0, 20)) {
        await unlessTooLate(real.engine.call('review.approve', { itemId, revision }))
      }
    },
    async reject() {
      const item = draws.oneOf(await itemsIn(real.engine, ['awaiting_review', 'needs_attention']))
      if (item === undefined) return
      const decision = { itemId: item.id, revision: item.revision, reason: 'Not wanted.' }
      await unlessTooLate(real.engine.call('review.reject', decision))
    },
    attend: () => attendOnce(real.engine, place),
    faults() {
      const seed = draws.integer(0, 1_000_000)
      const refusals = [400, 404, 423, 429, 503].map((status) => ({ kind: 'refuse', status }) as const)
      const kinds = [
        'cut_before_reading',
        'cut_while_reading',
        'cut_after_storing',
        'cut_while_answering',
        'redirect',
        { kind: 'delay', delayMs: 200 },
        { kind: 'junk', stored: true },
        ...refusals,
      ] as const
      place.sandbox.faults.chance({ seed, rate: 0.3, kinds: [...kinds] })
    },
    noFaults() {
      place.sandbox.faults.chance(null)
    },
    async breakDisk() {
      const code = draws.oneOf(['ENOSPC', 'EIO', 'EACCES', 'EROFS'] as const) ?? 'EIO'
      const where = draws.oneOf(['ledger', 'files'] as const) ?? 'files'
      await real.engine.breakDisk({ code, where, nth: draws.integer(1, 30), below: place.inbox })
    },
    async compare() {
      await real.engine.call('folders.compare', {})
    },
    async saveSettings() {
      const { settings } = await real.engine.call('settings.get', {})
      await real.engine.call('settings.save', { settings })
    },
    async verify() {
      const { ok, faults } = await real.engine.call('ledger.verify', {})
      if (!ok) throw new Error(faults.map(({ words }) => words).join(' '))
    },
  }
  const rough: Record<string, () => Promise<void>> = {
    async kill() {
      await real.engine.kill()
      real.engine = await startEngineProcess(place)
    },
    async restart() {
      await real.engine.stop()
      real.engine = await startEngineProcess(place)
    },
  }
  const usual = Object.keys(acts)
  const frequent = [...usual, 'drop', 'drop', 'drop', 'approve', 'edit', 'attend', 'faults', 'compare']

  return {
    real,
    files,
    async actOnce(isRough) {
      const name = draws.oneOf(isRough ? [...frequent, ...Object.keys(rough)] : frequent) ?? 'drop'
      counts[name] = (counts[name] ?? 0) + 1
      const act = acts[name] ?? rough[name]
      // A call may be refused, such as while the ledger cannot be written.
      await unlessTooLate(Promise.resolve(act?.()))
    },
    actCounts: () => ({ ...counts }),
  }
}
