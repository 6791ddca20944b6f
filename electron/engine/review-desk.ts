import type { Handlers } from '../shared/contract.ts'
import type { Item } from '../shared/records.ts'
import { bulkResultOf, decideForMany } from './bulk-decisions.ts'
import type { DecisionContext, DecisionDesk, Target } from './decision-desk.ts'
import { decisions } from './decisions.ts'
import { sendsAfter } from './review/grace.ts'
import type { Session } from './session.ts'

export interface ReviewDeskOptions {
  session(): Promise<DecisionDesk & Pick<Session, 'settings'>>
  /** Who decides. */
  actor(): Promise<string>
  now(): number
  onItemsChanged(itemIds: readonly number[]): void
}

type ReviewHandlers = Pick<Handlers<'engine'>, Extract<keyof Handlers<'engine'>, `review.${string}`>>

/** The calls by which a person decides at the window. */
export function createReviewDesk(options: ReviewDeskOptions): ReviewHandlers {
  const contexts = async (): Promise<(itemCount: number) => DecisionContext> => {
    const session = await options.session()
    const actor = await options.actor()
    const { graceMs } = session.settings.review
    return (itemCount) => ({
      desk: session,
      actor,
      sendsAfterMs: sendsAfter(graceMs, options.now(), itemCount),
      now: () => options.now(),
    })
  }
  const single =
    <Input extends Target>(decide: (context: DecisionContext, input: Input) => Promise<Item>) =>
    async (input: Input): Promise<Item> => {
      const contextFor = await contexts()
      try {
        return await decide(contextFor(1), input)
      } finally {
        // Also after a refusal: the person saw something else, or only what should have followed is missing.
        options.onItemsChanged([input.itemId])
      }
    }

  return {
    'review.approve': single(decisions['review.approve']),
    'review.correct': single(decisions['review.correct']),
    'review.reject': single(decisions['review.reject']),
    'review.requestRescan': single(decisions['review.requestRescan']),
    'review.lookUpEntity': single(decisions['review.lookUpEntity']),
    'review.reopen': single(decisions['review.reopen']),
    'review.retry': single(decisions['review.retry']),
    'review.prioritise': single(decisions['review.prioritise']),
    'review.settleUnknown': single(decisions['review.settleUnknown']),
    'review.lookUp': single(decisions['review.lookUp']),
    'review.undo': single(decisions['review.undo']),
    'review.bulk': async ({ target, action }) => {
      const outcomes = await decideForMany(await contexts(), target, action)
      const result = bulkResultOf(outcomes)
      options.onItemsChanged(result.done.map(({ itemId }) => itemId))
      return result
    },
  }
}
