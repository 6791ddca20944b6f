import { say } from '../shared/sentences/say.ts'
import { IntrayError } from '../shared/error-codes.ts'
import { finding, isBlocked } from '../shared/finding-codes.ts'
import type { Finding } from '../shared/finding-codes.ts'
import type { Item } from '../shared/records.ts'
import type { Recipe, Repair, RepairProposal } from '../shared/repair.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import type { Identifier } from './identification.ts'
import { tooLarge } from './identify/content-inspection.ts'
import type { Ledger } from './ledger/ledger.ts'
import { createKnownContent } from './media/known-content.ts'
import type { RepairForms } from './media/repair/repair-forms.ts'
import { isRepairable } from './media/repair/repairable.ts'
import type { Original, Repairs } from './media/repair/repairs.ts'
import type { PageSplitting } from './page-splitting.ts'
import { refuseDecision } from './review/deciding.ts'

export interface RepairDeskOptions {
  readonly ledger: Pick<Ledger, 'getItem' | 'recordRepair'>
  readonly identifier: Pick<Identifier, 'readAgain'>
  readonly forms: RepairForms
  /** Absent where nothing can decode pictures. */
  readonly repairs: Repairs | undefined
  readonly splitting: PageSplitting
  /** What the endpoint takes at most. */
  readonly limitBytes: number
  /** Settings of a folder, also of one that is watched no more. */
  folder(folderId: string): FolderSettings
  locate(item: Item): Promise<string>
  now(): number
}

/** A decision names the revision that the person saw. */
export interface ChosenItem {
  readonly itemId: number
  readonly revision: number
}

/** Smaller forms of pictures that are over the limit. Throws IntrayError: `repair_refused`, `stale_item` and others. */
export interface RepairDesk {
  /** Makes the form that a recipe says, or the best one that fits. Changes nothing. */
  propose(chosen: ChosenItem, recipe: Recipe | null): Promise<RepairProposal>
  /** Sends a form that was made before in place of the original; pages that are split off become files. */
  accept(chosen: ChosenItem & { readonly recipe: Recipe }, by: AcceptedBy): Promise<Item>
  /** The best form that fits, made and accepted in one step. */
  acceptBest(chosen: ChosenItem, by: AcceptedBy): Promise<Item>
  /** Goes back to the original. */
  discard(chosen: ChosenItem, actor: string): Promise<Item>
  /** Where a form lies. */
  formPath(sha256: string): string
}

export interface AcceptedBy {
  readonly actor: string
  readonly byPolicy: boolean
}

export function createRepairDesk(options: RepairDeskOptions): RepairDesk {
  const { ledger, forms, limitBytes, now } = options

  const itemToRepair = async ({ itemId, revision }: ChosenItem): Promise<Item> => {
    const item = await ledger.getItem(itemId)
    if (item.revision !== revision) throw new IntrayError('stale_item', say('item_number', { itemId }))
    refuseDecision('repair', item)
    return item
  }

  const originalOf = async (item: Item): Promise<Original> => {
    const { family, sha256, sizeBytes } = item
    if (options.folder(item.folderId).repair === 'off') {
      throw new IntrayError('repair_refused', say('repairs_off'))
    }
    if (sha256 === null || !isRepairable(family)) {
      throw new IntrayError('repair_refused', say('family_not_repairable'))
    }
    if (sizeBytes <= limitBytes) throw new IntrayError('repair_refused', say('within_limit'))
    return { path: await options.locate(item), family, sha256, sizeBytes }
  }

  const propose = async (item: Item, recipe: Recipe | null): Promise<RepairProposal> => {
    const original = await originalOf(item)
    if (options.repairs === undefined) throw new IntrayError('repair_refused', say('no_decoder'))
    return options.repairs.propose(original, recipe)
  }

  const accept = async (item: Item, recipe: Recipe, by: AcceptedBy): Promise<Item> => {
    const original = await originalOf(item)
    const proposal = await forms.recall(original.sha256, recipe)
    if (proposal === undefined) throw new IntrayError('repair_refused', say('form_first'))
    if (!proposal.fits) throw new IntrayError('repair_refused', say('form_over_limit'))
    // What is agreed to is a form of what lies in the folder now; a new look compares every byte.
    await createKnownContent().readHead(original.path, original.sha256)
    if (recipe.kind === 'split_pages') return options.splitting.split(item, proposal, by.actor)
    const [form] = proposal.after
    if (form === undefined) throw new IntrayError('repair_refused')
    const { sha256, sizeBytes, family } = form
    const repair: Repair = { recipe, sha256, sizeBytes, family, byPolicy: by.byPolicy }
    return record(item, repair, smallerForm(item, repair), by.actor)
  }

  /** The finding of the other form goes; all others are as they would be found now. */
  const record = async (item: Item, repair: Repair | null, found: Finding, actor: string): Promise<Item> => {
    const others = item.findings.filter(({ code }) => code !== 'too_large' && code !== 'smaller_form')
    const changed = { ...item, repair, findings: [...others, found] }
    const [reading] = await options.identifier.readAgain(options.folder(item.folderId), [changed])
    if (reading === undefined) throw new Error('an assessment left an item out')
    const { findings } = reading
    const to = isBlocked(findings) ? 'needs_attention' : 'awaiting_review'
    return ledger.recordRepair(
      { itemId: item.id, revision: item.revision, actor, repair, findings, to },
      now(),
    )
  }

  return {
    propose: async (chosen, recipe) => propose(await itemToRepair(chosen), recipe),
    accept: async (chosen, by) => accept(await itemToRepair(chosen), chosen.recipe, by),
    async acceptBest(chosen, by) {
      const item = await itemToRepair(chosen)
      const { recipe } = await propose(item, null)
      return accept(item, recipe, by)
    },
    async discard(chosen, actor) {
      const item = await itemToRepair(chosen)
      if (item.repair === null) throw new IntrayError('repair_refused', say('original_sent'))
      return record(item, null, tooLarge(item.sizeBytes, limitBytes), actor)
    },
    formPath: (sha256) => forms.pathOf(sha256),
  }
}

function smallerForm(item: Item, { recipe, sizeBytes }: Repair): Finding {
  const { quality, scalePercent, grey } = recipe
  const sizes = { fromBytes: item.sizeBytes, toBytes: sizeBytes }
  return finding('smaller_form', say('smaller_form', { ...sizes, quality, scalePercent, grey }))
}
