import type { CallInput } from '../../../electron/shared/contract.ts'
import type { Failure } from '../../../electron/shared/error-codes.ts'
import type { IndexFile, IndexRow } from '../../../electron/shared/records.ts'
import { failureOf } from '../../bridge/call-failure.ts'
import { call } from '../../bridge/client.ts'
import { followItems } from '../../state/follow-items.ts'
import { Throttle } from '../../state/throttle.ts'

export type IndexRowFilter = NonNullable<CallInput<'index.rows'>['show']>

const pageSize = 100
const refreshIntervalMs = 2_000

/** The index files as they were read, and the rows of the one that is open. */
class IndexFiles {
  /** Null until they were asked for. */
  list = $state.raw<readonly IndexFile[] | null>(null)
  failure = $state.raw<Failure | null>(null)
  open = $state.raw<IndexFile | null>(null)
  show = $state<IndexRowFilter>('all')
  rows = $state.raw<readonly IndexRow[]>([])
  rowCount = $state(0)
  loadingRows = $state(false)
  #turn = 0

  start(): () => void {
    const refresher = new Throttle(() => this.#load(), refreshIntervalMs)
    refresher.ask()
    return followItems(refresher)
  }

  /** Opens the rows of a file, or closes them. */
  toggle(file: IndexFile): void {
    this.open = this.open?.itemId === file.itemId ? null : file
    this.filter('all')
  }

  filter(show: IndexRowFilter): void {
    this.show = show
    this.rows = []
    void this.#loadRows(0)
  }

  async loadMore(): Promise<void> {
    if (!this.loadingRows && this.rows.length < this.rowCount) await this.#loadRows(this.rows.length)
  }

  async #load(): Promise<void> {
    try {
      const { files } = await call('index.list', {})
      this.list = files
      this.failure = null
      const open = files.find((file) => file.itemId === this.open?.itemId) ?? null
      if (open !== null && open.readAtMs !== this.open?.readAtMs) {
        this.open = open
        this.filter(this.show)
      }
    } catch (thrown) {
      this.failure = failureOf(thrown)
    }
  }

  async #loadRows(offset: number): Promise<void> {
    const file = this.open
    this.#turn += 1
    if (file === null) return
    const turn = this.#turn
    this.loadingRows = true
    try {
      const { folderId, path } = file
      const page = await call('index.rows', { folderId, path, show: this.show, offset, limit: pageSize })
      if (turn !== this.#turn) return
      this.rows = offset === 0 ? page.rows : [...this.rows, ...page.rows]
      this.rowCount = page.rowCount
    } catch (thrown) {
      if (turn === this.#turn) this.failure = failureOf(thrown)
    } finally {
      if (turn === this.#turn) this.loadingRows = false
    }
  }
}

export const indexFiles = new IndexFiles()
