import type { EntityCheck, Item } from '../../electron/shared/records.ts'
import { call } from '../bridge/client.ts'
import { messages } from '../messages/current.ts'
import { asOperator } from '../operator/as-operator.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { decisionOn } from './approval.ts'

const text = messages.item.entityCheck

/** Asking the endpoint, now, whether it knows an item's entity. */
class EntityLookUp {
  busy = $state(false)

  /** The item as it stands after the answer, or null when there is none; the person has been told then. */
  async ask(item: Item): Promise<Item | null> {
    if (this.busy || item.entityId === null) return null
    this.busy = true
    try {
      const looked = await asOperator(() => call('review.lookUpEntity', decisionOn(item)))
      tell(item, looked)
      return looked
    } catch (thrown) {
      toasts.showFailure(thrown, text.failed)
      return null
    } finally {
      this.busy = false
    }
  }
}

export const entityLookUp = new EntityLookUp()

function tell(before: Item, after: Item): void {
  const result = entityResultOf(after)
  const moved = before.state !== after.state
  toasts.show({
    tone: result === 'known' ? 'success' : 'neutral',
    title: text.answered[result](after.entityId ?? ''),
    words: moved && isNamed(after.state) ? text.movedTo[viewOf[after.state]] : '',
  })
}

const viewOf = { awaiting_review: 'review', needs_attention: 'problems' } as const

function isNamed(state: Item['state']): state is keyof typeof viewOf {
  return Object.hasOwn(viewOf, state)
}

/** What the findings of an item that was just looked up say about its entity. */
export function entityResultOf(item: Item): EntityCheck['result'] {
  const codes = item.findings.map((finding) => finding.code)
  if (codes.includes('entity_unknown')) return 'unknown'
  return codes.includes('entity_placeholder') ? 'placeholder' : 'known'
}
