import { IntrayError } from '../shared/error-codes.ts'
import type { Item } from '../shared/records.ts'
import type { RepairProposal } from '../shared/repair.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { IdentifiedFile } from './ledger/identification-steps.ts'
import { engineActor } from './ledger/item-rows.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './log.ts'
import { isRepairable } from './media/repair/repairable.ts'
import type { ReadingAgain } from './reading-again.ts'
import type { RepairDesk } from './repair-desk.ts'

export interface AutomaticRepairsOptions {
  readonly ledger: Pick<Ledger, 'findItem' | 'getItem' | 'heldAsTooLarge'>
  readonly desk: Pick<RepairDesk, 'propose' | 'accept'>
  readonly readingAgain: Pick<ReadingAgain, 'readItems'>
  readonly log: Log
  onItemsChanged(itemIds: readonly number[]): void
}

/**
 * Makes pictures smaller by itself in folders whose policy says so, one at a time and by the way: nobody waits for
 * it. The form is accepted only where it is hardly worse than the original; everything else is left to a person.
 */
export interface AutomaticRepairs {
  /** New items of a folder. */
  want(folder: FolderSettings, files: readonly IdentifiedFile[]): void
  /** The items of a folder that wait since an earlier run. */
  wantHeld(folder: FolderSettings): Promise<void>
  stop(): Promise<void>
}

/** More pictures than these wait for a person, or for the next start. */
const maxWanted = 10_000

/** What nobody needs to look at before it is taken. */
const leastQuality = 80
const leastScalePercent = 60

export function createAutomaticRepairs(options: AutomaticRepairsOptions): AutomaticRepairs {
  const { ledger, desk, log } = options
  const wanted: (() => Promise<void>)[] = []
  let running: Promise<void> | null = null
  let stopped = false

  const repair = async (item: Item): Promise<void> => {
    const chosen = { itemId: item.id, revision: item.revision }
    const proposal = await desk.propose(chosen, null)
    if (stopped || !isGoodEnough(proposal)) return
    const { recipe } = proposal
    await desk.accept({ ...chosen, recipe }, { actor: engineActor, byPolicy: true })
    // The folder's policy says whether a person looks at it.
    await options.readingAgain.readItems([item.id])
    options.onItemsChanged([item.id])
  }

  const run = async (): Promise<void> => {
    for (let next = wanted.shift(); next !== undefined && !stopped; next = wanted.shift()) {
      await next().catch((error: unknown) => {
        // What cannot be made smaller, or changed meanwhile, stays with a person, who sees why.
        if (!(error instanceof IntrayError)) log.error('automatic_repair_failed', error)
      })
    }
    // In one step with the last look at what is wanted: nothing that comes later is left lying.
    running = null
  }

  const add = (works: readonly (() => Promise<void>)[]): void => {
    wanted.push(...works.slice(0, maxWanted - wanted.length))
    if (wanted.length > 0) running ??= run()
  }

  return {
    want({ id: folderId, repair: policy }, files) {
      if (policy !== 'automatic') return
      add(
        files.filter(isOnlyTooLarge).map(({ path, sha256 }) => async () => {
          const item = await ledger.findItem(folderId, path)
          if (item?.sha256 === sha256 && isOnlyTooLarge(item)) await repair(item)
        }),
      )
    },
    async wantHeld({ id: folderId, repair: policy }) {
      if (policy !== 'automatic') return
      const held = (await ledger.heldAsTooLarge(folderId)).filter(isOnlyTooLarge)
      add(
        held.map(
          ({ id }) =>
            async () =>
              repair(await ledger.getItem(id)),
        ),
      )
    },
    async stop() {
      stopped = true
      await running
    },
  }
}

function isOnlyTooLarge({ family, findings }: Pick<Item, 'family' | 'findings'>): boolean {
  const blocking = findings.filter(({ severity }) => severity === 'block')
  return blocking.length > 0 && blocking.every(({ code }) => code === 'too_large') && isRepairable(family)
}

/** Whether a form may be taken without anybody's look at it. */
export function isGoodEnough({ recipe, fits }: Pick<RepairProposal, 'recipe' | 'fits'>): boolean {
  const { kind, quality, scalePercent } = recipe
  return fits && kind === 'jpeg' && quality >= leastQuality && scalePercent >= leastScalePercent
}
