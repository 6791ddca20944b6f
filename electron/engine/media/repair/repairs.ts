import { IntrayError } from '../../../shared/error-codes.ts'
import type { Recipe, RepairForm, RepairProposal } from '../../../shared/repair.ts'
import type { RepairedPicture } from '../decoder-job.ts'
import { createDecoderThread } from '../decoder-thread.ts'
import type { ThreadRefusal } from '../decoder-thread.ts'
import type { RepairForms } from './repair-forms.ts'
import type { RepairableFamily } from './repairable.ts'
import { say } from '../../../shared/sentences/say.ts'
import type { Sentence } from '../../../shared/sentences/told.ts'

/** A picture over the limit, as the ledger knows it. */
export interface Original {
  readonly path: string
  readonly family: RepairableFamily
  /** In lower-case hex. Any other content is refused. */
  readonly sha256: string
  readonly sizeBytes: number
}

export interface Repairs {
  /**
   * Makes the smaller form that the recipe says, or looks for the one that loses least, and keeps it. Calls for the
   * same form share the work.
   * @throws {IntrayError} `repair_refused`, `content_changed`, `file_missing`, `file_unreadable`
   */
  propose(original: Original, recipe: Recipe | null): Promise<RepairProposal>
  stop(): Promise<void>
}

export interface RepairsOptions {
  readonly forms: RepairForms
  /** The built or plain file of `preview-worker.ts`. */
  readonly workerFile: URL | string
  /** What the endpoint takes at most. */
  readonly limitBytes: number
  /** How long one picture may take, with all that is tried on it. */
  readonly limitMs?: number | undefined
  readonly idleMs?: number | undefined
  /** Forms that must stay, by their SHA-256. */
  held(): Promise<ReadonlySet<string>>
}

/** A form is looked for that stays this far below the limit. */
const margin = 0.97

const whyRefused: Readonly<Record<Exclude<ThreadRefusal, FileRefusal>, Sentence>> = {
  too_large: say('picture_too_large_to_decode'),
  too_many_pages: say('more_pages_than', { most: 100 }),
  no_embedded_picture: say('no_picture_in_it'),
  moving: say('animation_is_more'),
  recipe_unfit: say('no_recipe_small_enough'),
  undecodable: say('picture_undecodable'),
  too_slow: say('took_too_long'),
  stopped: say('intray_is_closing'),
}

/** Codes that say it all. */
type FileRefusal = 'content_changed' | 'file_missing' | 'file_unreadable'

/** Has a thread of its own, so that nobody waits for a picture behind a long search. */
export function createRepairs({ forms, limitBytes, ...options }: RepairsOptions): Repairs {
  const thread = createDecoderThread({
    name: 'repairs',
    workerFile: options.workerFile,
    limitMs: options.limitMs ?? 90_000,
    idleMs: options.idleMs ?? 30_000,
  })
  const running = new Map<string, Promise<RepairProposal>>()

  const make = async (original: Original, recipe: Recipe | null): Promise<RepairProposal> => {
    const before = await forms.recall(original.sha256, recipe)
    if (before !== undefined) return before
    const decoded = await thread.decode({
      kind: 'repair',
      scanPath: original.path,
      sha256: original.sha256,
      family: original.family,
      recipe,
      targetBytes: Math.floor(limitBytes * margin),
    })
    if (!decoded.ok) throw toIntrayError(decoded.refusal)
    const proposal = await keep(original, decoded.made)
    await forms.remember(proposal, recipe === null)
    const made = new Set(proposal.after.map(({ sha256 }) => sha256))
    await forms.trim(new Set([...(await options.held()), ...made]))
    return proposal
  }

  const keep = async (original: Original, picture: RepairedPicture): Promise<RepairProposal> => {
    const after: RepairForm[] = []
    for (const { jpeg, widthPx, heightPx } of picture.pages) {
      const sha256 = await forms.keep(jpeg)
      const sizeBytes = jpeg.byteLength
      after.push({ sha256, sizeBytes, family: 'jpg', widthPixels: widthPx, heightPixels: heightPx })
    }
    return {
      recipe: picture.recipe,
      before: {
        sha256: original.sha256,
        sizeBytes: original.sizeBytes,
        family: original.family,
        widthPixels: picture.original.widthPx,
        heightPixels: picture.original.heightPx,
      },
      after,
      fits: after.every(({ sizeBytes }) => sizeBytes <= limitBytes),
    }
  }

  return {
    propose(original, recipe) {
      const key = `${original.sha256} ${JSON.stringify(recipe)}`
      const present = running.get(key)
      if (present !== undefined) return present
      const made = make(original, recipe).finally(() => running.delete(key))
      running.set(key, made)
      return made
    },
    stop: () => thread.stop(),
  }
}

function toIntrayError(refusal: ThreadRefusal): IntrayError {
  switch (refusal) {
    case 'content_changed':
    case 'file_missing':
    case 'file_unreadable':
      return new IntrayError(refusal)
    default:
      return new IntrayError('repair_refused', whyRefused[refusal])
  }
}
