import type { Item } from '../../electron/shared/records.ts'
import { drafts } from '../item/drafts.svelte.ts'
import { sitting } from '../item/sitting.svelte.ts'
import { printedKey } from '../keys/own-keys.ts'
import { problemKeys } from '../keys/problem-keys.ts'
import { messages } from '../messages/current.ts'
import { toasts } from '../state/toasts.svelte.ts'
import type { NewToast } from '../state/toasts.svelte.ts'

/** Tells what was decided, with a way back. */
export function offerUndo(kind: string, decided: Item, toast: NewToast): void {
  drafts.clear(decided)
  const key = printedKey('problems', problemKeys, 'undo')
  sitting.offer(sitting.noteOne(kind, decided, toast.title), toast, key)
}

/** Tells what a look at the endpoint has shown of an upload without an outcome. */
export function tellLookUp(looked: Item): void {
  const { done } = messages.problems
  if (looked.state === 'uploaded') {
    toasts.show({ tone: 'success', title: done.lookUpArrived(looked.name) })
  } else if (looked.state === 'outcome_unknown') {
    toasts.show({
      tone: 'neutral',
      title: done.lookUpUnsure(looked.name),
      words: done.lookUpUnsureWords,
    })
  } else {
    toasts.show({ tone: 'success', title: done.lookUpAbsent(looked.name) })
  }
}
