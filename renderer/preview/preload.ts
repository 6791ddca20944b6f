import type { Item } from '../../electron/shared/records.ts'
import { openPages } from './pages/open-pages.ts'
import { Pages } from './pages/pages.svelte.ts'
import { previewKindOf } from './preview-kind.ts'
import { previewKey, previewLimitMs } from './preview-source.ts'

/** Decoded pictures are large; the next few are all that a reviewer can reach at once. */
const maxAhead = 3

interface Ahead {
  /** Once it is open. */
  opened: Pages | null
  /** Null where it could not be opened: the failure is met, and told, when the picture is asked for. */
  readonly pages: Promise<Pages | null>
  readonly stop: () => void
}

/** By preview key, oldest first. */
const ahead = new Map<string, Ahead>()

/**
 * Opens the pictures that are likely shown next, the nearest first. It waits until the picture in hand stands on the
 * screen: until then that one has the machine to itself. Returns the stop, which leaves what was begun.
 */
export function preloadNext(items: readonly Item[]): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => {
      for (const item of items) preload(item)
    })
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** Opens an item's picture and draws its first page before it is needed. Does nothing for videos and texts. */
function preload(item: Item): void {
  const key = previewKey(item)
  if (previewKindOf(item.family) !== 'pages' || ahead.has(key)) return
  ahead.set(key, startAhead(item))
  for (const [oldest, entry] of ahead) {
    if (ahead.size <= maxAhead) break
    ahead.delete(oldest)
    entry.stop()
  }
}

/** Hands over what is open already, so that it shows with the next frame; the caller closes it. */
export function takeOpened(item: Item): Pages | null {
  const key = previewKey(item)
  const opened = ahead.get(key)?.opened ?? null
  if (opened !== null) ahead.delete(key)
  return opened
}

/** Hands over what was opened ahead, or is being opened; the caller closes it. Null: open it yourself. */
export async function takePreloaded(item: Item): Promise<Pages | null> {
  const key = previewKey(item)
  const entry = ahead.get(key)
  ahead.delete(key)
  return entry === undefined ? null : entry.pages
}

function startAhead(item: Item): Ahead {
  const run = new AbortController()
  const pages = open(item, AbortSignal.any([run.signal, AbortSignal.timeout(previewLimitMs)]))
  const stop = (): void => {
    run.abort()
    void pages.then((opened) => opened?.close())
  }
  const entry: Ahead = { opened: null, pages, stop }
  void pages.then((opened) => (entry.opened = opened))
  return entry
}

async function open(item: Item, signal: AbortSignal): Promise<Pages | null> {
  try {
    return new Pages(await openPages(item, signal))
  } catch {
    return null
  }
}
