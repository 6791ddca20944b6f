import type { Handlers } from '../../shared/contract.ts'
import { IntrayError } from '../../shared/error-codes.ts'
import type { Item } from '../../shared/records.ts'
import type { Previews, ShownFile } from '../media/previews.ts'
import type { Session } from '../session.ts'

type RepairCall = 'repair.propose' | 'repair.accept' | 'repair.discard' | 'media.preview'

export interface RepairCallOptions {
  readonly previews: Previews | undefined
  session(): Promise<Session>
  /** Who decides. Throws `operator_needed`. */
  actor(): Promise<string>
  onItemsChanged(itemIds: readonly number[]): void
}

/** The calls about the pictures of items: showing them, and making them smaller. */
export function repairCalls({
  previews,
  session,
  actor,
  onItemsChanged,
}: RepairCallOptions): Pick<Handlers<'engine' | 'engine_private'>, RepairCall> {
  const changed = (item: Item): Item => {
    onItemsChanged([item.id])
    return item
  }
  return {
    'repair.propose': async ({ recipe, ...chosen }) =>
      (await session()).repairs.propose(chosen, recipe ?? null),
    'repair.accept': async (input) =>
      changed(await (await session()).repairs.accept(input, { actor: await actor(), byPolicy: false })),
    'repair.discard': async (input) => changed(await (await session()).repairs.discard(input, await actor())),
    'media.preview': async ({ itemId, repairSha256, page }) => {
      const { ledger, locate, repairs } = await session()
      const item = await ledger.getItem(itemId)
      const { family, sha256 } = item
      if (previews === undefined || sha256 === null || family === null) {
        throw new IntrayError('preview_unavailable')
      }
      if (repairSha256 === undefined)
        return previews.preview({ path: await locate(item), family, sha256, page })
      return showForm(previews, repairs.formPath(repairSha256), repairSha256)
    },
  }
}

async function showForm(previews: Previews, path: string, sha256: string): Promise<ShownFile> {
  try {
    return await previews.preview({ path, family: 'jpg', sha256 })
  } catch (error) {
    const isGone = error instanceof IntrayError && ['file_missing', 'content_changed'].includes(error.code)
    throw isGone ? new IntrayError('repair_missing') : error
  }
}
