import { InvalidArgumentError } from 'commander'
import type { Command } from 'commander'
import { itemStateLabels } from '../../shared/item-states.ts'
import type { Item } from '../../shared/records.ts'
import type { Recipe, RepairProposal } from '../../shared/repair.ts'
import { sizeInWords } from '../../shared/sentences/english-wording.ts'
import type { ChosenItem, RepairDesk } from '../repair-desk.ts'
import { readItemId } from './arguments.ts'
import { withRepairDesk } from './desk-access.ts'
import { exitCodes } from './exit-codes.ts'
import { helpAfter } from './help.ts'
import type { Invocation } from './invocation.ts'
import type { Perform } from './perform.ts'
import { printable } from './terminal.ts'

interface RepairOptions {
  readonly accept?: true
  readonly discard?: true
  readonly quality?: number
  readonly scale?: number
  readonly grey?: true
}

/** `intray repair`: a smaller form of a picture that is over the limit. */
export function addRepair(program: Command, perform: Perform): void {
  program
    .command('repair')
    .description('Make a smaller form of a picture that is over the limit. The file itself stays as it is.')
    .argument('<item>', 'the item’s number', readItemId)
    .option('--accept', 'send this form; pages of a TIFF become files of their own')
    .option('--discard', 'go back to the original')
    .option('--quality <number>', 'of the JPEG, from 30 to 95; else the best that fits', readWithin(30, 95))
    .option('--scale <percent>', 'of width and height, from 10 to 100', readWithin(10, 100))
    .option('--grey', 'without colours')
    .addHelpText(
      'after',
      helpAfter({
        examples: ['repair 12', 'repair 12 --quality 75 --grey', 'repair 12 --accept'],
        exits: { 0: 'the form fits, or was accepted', 1: 'it does not fit, or was refused' },
      }),
    )
    .action((itemId: number, options: RepairOptions, command: Command) =>
      perform(command, (invocation) => repair(invocation, itemId, options)),
    )
}

function readWithin(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= least && value <= most) return value
    throw new InvalidArgumentError(`It is a whole number from ${String(least)} to ${String(most)}.`)
  }
}

function repair(invocation: Invocation, itemId: number, options: RepairOptions): Promise<number> {
  return withRepairDesk(invocation, async (repairs, ledger, actor) => {
    const item = await ledger.getItem(itemId)
    const chosen = { itemId, revision: item.revision }
    if (options.discard === true) return tellItem(invocation, await repairs.discard(chosen, actor))
    const proposal = await propose(repairs, chosen, options)
    if (options.accept !== true) return tellProposal(invocation, item, proposal)
    const { recipe } = proposal
    return tellItem(invocation, await repairs.accept({ ...chosen, recipe }, { actor, byPolicy: false }))
  })
}

/** What is not named is as in the best form that fits. */
async function propose(
  repairs: RepairDesk,
  chosen: ChosenItem,
  { quality, scale, grey }: RepairOptions,
): Promise<RepairProposal> {
  const best = await repairs.propose(chosen, null)
  if (quality === undefined && scale === undefined && grey === undefined) return best
  const recipe: Recipe = {
    kind: best.recipe.kind,
    quality: quality ?? best.recipe.quality,
    scalePercent: scale ?? best.recipe.scalePercent,
    grey: grey ?? false,
  }
  return repairs.propose(chosen, recipe)
}

async function tellProposal({ terminal }: Invocation, item: Item, proposal: RepairProposal): Promise<number> {
  const { before, after, recipe, fits } = proposal
  if (terminal.json) await terminal.printJson({ itemId: item.id, ...proposal })
  else {
    await terminal.print(
      printable(`Item ${String(item.id)} (${item.name}): ${sizeInWords(before.sizeBytes)}.`),
    )
    const grey = recipe.grey ? ', grey' : ''
    await terminal.print(
      `As JPEG of quality ${String(recipe.quality)} at ${String(recipe.scalePercent)} % of its size${grey}:`,
    )
    for (const [index, { sizeBytes, widthPixels, heightPixels }] of after.entries()) {
      const page = after.length > 1 ? `page ${String(index + 1)}: ` : ''
      await terminal.print(
        `  ${page}${sizeInWords(sizeBytes)}, ${String(widthPixels)} × ${String(heightPixels)} pixels`,
      )
    }
    terminal.tell(fits ? 'It fits. Add --accept to send it in place of the original.' : 'It does not fit.')
  }
  return fits ? exitCodes.done : exitCodes.needsPerson
}

async function tellItem({ terminal }: Invocation, item: Item): Promise<number> {
  if (terminal.json) await terminal.printJson(item)
  else {
    const reason = item.state === 'rejected' && item.reason !== null ? ` ${item.reason}` : ''
    await terminal.print(
      printable(`Item ${String(item.id)} (${item.name}): ${itemStateLabels[item.state]}.${reason}`),
    )
  }
  return exitCodes.done
}
