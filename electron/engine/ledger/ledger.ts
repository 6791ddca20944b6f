import { IntrayError } from '../../shared/error-codes.ts'
import type { AuditKind } from '../../shared/records.ts'
import type { EvidenceSelection } from '../../shared/evidence.ts'
import type { VerifyReport } from '../../shared/ledger-proof.ts'
import type { Report } from '../../shared/reports.ts'
import { createAccountQueries } from './account-queries.ts'
import type { AccountQueries } from './account-queries.ts'
import { createAnchorSteps } from './anchor-steps.ts'
import type { AnchorSteps } from './anchor-steps.ts'
import { createArchiveSteps } from './archive-steps.ts'
import type { ArchiveSteps } from './archive-steps.ts'
import { createAttemptSteps } from './attempt-steps.ts'
import type { AttemptSteps } from './attempt-steps.ts'
import { createAuditChain } from './audit-chain.ts'
import type { AuditChain } from './audit-chain.ts'
import { createBackups, headSeqOf } from './backups.ts'
import type { Backups } from './backups.ts'
import { onLedgerFailure, openConnection, transact, writeStep } from './connection.ts'
import type { Connection, ConnectionOptions } from './connection.ts'
import { createContentQueries } from './content-queries.ts'
import type { ContentQueries } from './content-queries.ts'
import { createDecisionSteps } from './decision-steps.ts'
import type { DecisionSteps } from './decision-steps.ts'
import { createEntityCheckSteps } from './entity-check-steps.ts'
import type { EntityCheckSteps } from './entity-check-steps.ts'
import { createErasureSteps } from './erasure-steps.ts'
import type { ErasureSteps } from './erasure-steps.ts'
import { openEvidence } from './evidence-reading.ts'
import type { EvidenceReading } from './evidence-reading.ts'
import { examineHere } from './examination.ts'
import type { Examine } from './examination.ts'
import { markLength, nameMarkFact, openGap, randomMark } from './gap-opening.ts'
import type { Loss } from './gap-opening.ts'
import { createGapSteps } from './gap-steps.ts'
import type { GapSteps } from './gap-steps.ts'
import { openHeadWitness, readWitness } from './head-witness.ts'
import { createIdentificationSteps } from './identification-steps.ts'
import type { IdentificationSteps } from './identification-steps.ts'
import { createIndexMatching } from './index-matching.ts'
import type { IndexMatching } from './index-matching.ts'
import { createIndexQueries } from './index-queries.ts'
import type { IndexQueries } from './index-queries.ts'
import { createIndexRowUses } from './index-row-uses.ts'
import { createIndexSteps } from './index-steps.ts'
import type { IndexSteps } from './index-steps.ts'
import { createItemRows } from './item-rows.ts'
import { createListingSteps } from './listing-steps.ts'
import type { ListingSteps } from './listing-steps.ts'
import { ledgerVersion, migrate, versionOf } from './migrations.ts'
import { createNameQueries } from './name-queries.ts'
import type { NameQueries } from './name-queries.ts'
import { createNeighbourQueries } from './neighbour-queries.ts'
import type { NeighbourQueries } from './neighbour-queries.ts'
import { createQueries } from './queries.ts'
import type { Queries } from './queries.ts'
import { createRepairSteps } from './repair-steps.ts'
import type { RepairSteps } from './repair-steps.ts'
import { readReport } from './report-queries.ts'
import type { ReportInput } from './report-queries.ts'
import { createRescanSteps } from './rescan-steps.ts'
import type { RescanSteps } from './rescan-steps.ts'
import { createRulesSteps } from './rules-steps.ts'
import type { RulesSteps } from './rules-steps.ts'
import { createSplitSteps } from './split-steps.ts'
import type { SplitSteps } from './split-steps.ts'
import { createSplitUndo } from './split-undo.ts'
import type { SplitUndoSteps } from './split-undo.ts'
import { createUndoSteps } from './undo-steps.ts'
import type { UndoSteps } from './undo-steps.ts'
import { createSearchQueries } from './search-queries.ts'
import type { SearchQueries } from './search-queries.ts'
import { createSearchRebuilding } from './search-rebuilding.ts'
import type { SearchRebuilding } from './search-rebuilding.ts'
import { verifyLedger } from './verification.ts'
import { verifyWhole } from './whole-verification.ts'

/**
 * The record of everything that happened. Every function is one whole business step: atomic, and durable when
 * its promise resolves. No caller may rely on a transaction of its own.
 */
export interface Ledger
  extends
    ListingSteps,
    IdentificationSteps,
    DecisionSteps,
    UndoSteps,
    RescanSteps,
    RepairSteps,
    SplitSteps,
    SplitUndoSteps,
    AttemptSteps,
    RulesSteps,
    EntityCheckSteps,
    IndexSteps,
    IndexMatching,
    IndexQueries,
    ContentQueries,
    NeighbourQueries,
    NameQueries,
    ArchiveSteps,
    AccountQueries,
    AnchorSteps,
    ErasureSteps,
    Backups,
    GapSteps,
    SearchQueries,
    SearchRebuilding,
    Queries {
  /** Six characters that tell this ledger from every other. */
  readonly id: string
  /** The ledger's part of every name that is sent: its id, and after a restore six others that were never used. */
  readonly nameMark: string
  /** Says that everything after the last event is lost. Call it before anything else is done with the ledger. */
  openGap(loss: Loss, atMs: number): void
  /** The number of the last event. */
  headSeq(): number
  /** Tells the witness beside the ledger how far the history has come. */
  noteHead(): void
  /** How far the history had come, as the file beside the ledger tells; null where there is none. */
  witnessedSeq(): number | null
  /** Calls back whenever the ledger could not do a step: a full disk, a lock, damage. */
  onFailure(listener: (failure: IntrayError) => void): void
  /** Looks whether SQLite finds the ledger whole. Throws `ledger_damaged`. */
  check(): Promise<void>
  /** Records what concerns the whole of Intray and no single item. */
  recordEvent(
    kind: AuditKind,
    actor: string,
    data: Readonly<Record<string, unknown>>,
    atMs: number,
  ): Promise<void>
  /** Facts of the engine that outlive a restart, such as a pause. */
  readFact(name: string): Promise<string | null>
  writeFact(name: string, value: string | null): Promise<void>
  /** Opens what evidence of chosen items is made of: one moment of the ledger. The caller closes it. */
  openEvidence(selection: EvidenceSelection): Promise<EvidenceReading>
  /** What became of the files that were first seen on some days. */
  report(input: ReportInput): Promise<Report>
  /** Whether the history proves itself. */
  verify(progress?: (share: number) => void): Promise<VerifyReport>
  /** The same, and what searches and reports look into, and every index of the file. */
  verifyWhole(progress?: (share: number) => void): Promise<VerifyReport>
  close(): void
}

export interface LedgerOptions extends ConnectionOptions {
  readonly now: () => number
  /** How its file, and copies of it, are examined. Default: in this thread. */
  readonly examine?: Examine | undefined
}

/**
 * Opens a ledger; for writing it is made where it does not exist. One of an earlier version is brought up to this
 * one first, for reading too: nothing in it changes its meaning. Throws IntrayError: `ledger_from_future`,
 * `ledger_damaged`, `ledger_unwritable`, `disk_full`, read-only also `ledger_missing`.
 */
export function openLedger(file: string, options: LedgerOptions): Ledger {
  const connection = openConnection(file, options)
  try {
    if (options.readonly !== true) migrate(connection, file, options.now())
    else if (isOlder(connection)) bringUp(file, options)
    return createLedger(connection, file, options)
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Version 0 is an empty file: its engine was stopped before it laid out the ledger. */
function isOlder(connection: Connection): boolean {
  const version = versionOf(connection)
  if (version === 0) throw new IntrayError('ledger_missing')
  return version < ledgerVersion
}

function bringUp(file: string, options: LedgerOptions): void {
  const writing = openConnection(file, { ...options, readonly: false })
  try {
    migrate(writing, file, options.now())
  } finally {
    writing.close()
  }
}

function createLedger(connection: Connection, file: string, options: LedgerOptions): Ledger {
  const chain = createAuditChain(connection)
  const rows = createItemRows(connection, chain)
  const uses = createIndexRowUses(connection)
  const read = connection.prepare<[string], { value: string }>(
    'SELECT value FROM ledger_facts WHERE name = ?',
  )
  const write = connection.prepare(
    'INSERT INTO ledger_facts VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  )
  const erase = connection.prepare('DELETE FROM ledger_facts WHERE name = ?')
  const id = read.get('ledger_id')?.value ?? foundLedger(connection, chain, options.now())
  const examine = options.examine ?? examineHere
  const attempts = createAttemptSteps(connection, rows)
  const splitUndo = createSplitUndo(connection, rows)
  const witness =
    options.readonly === true
      ? null
      : openHeadWitness(file, id, connection, () => read.get(nameMarkFact)?.value ?? id)

  return {
    ...createListingSteps(connection, rows),
    ...createIdentificationSteps(connection, rows, uses),
    ...createDecisionSteps(connection, rows),
    ...createUndoSteps(connection, rows, splitUndo.takePagesBack),
    ...createRescanSteps(connection, rows),
    ...createRepairSteps(connection, rows),
    ...createSplitSteps(connection, rows),
    wasSplit: splitUndo.wasSplit,
    pagesToRemove: splitUndo.pagesToRemove,
    recordPagesRemoved: splitUndo.recordPagesRemoved,
    ...attempts,
    startAttempts: async (started, atMs) => {
      const rowsOfAttempts = await attempts.startAttempts(started, atMs)
      // Before the first byte: a ledger that loses these rows must come to know it.
      witness?.note()
      return rowsOfAttempts
    },
    ...createRulesSteps(connection, chain),
    ...createEntityCheckSteps(connection),
    ...createIndexSteps(connection, uses),
    ...createIndexMatching(connection, uses),
    ...createIndexQueries(connection),
    ...createContentQueries(connection),
    ...createNeighbourQueries(connection),
    ...createNameQueries(connection),
    ...createArchiveSteps(connection, rows),
    ...createAccountQueries(connection, options.now),
    ...createAnchorSteps(connection, chain, id),
    ...createErasureSteps(connection, rows, chain),
    ...createBackups(connection, file, examine, options),
    ...createGapSteps(connection, rows),
    ...createSearchQueries(connection, options.now),
    ...createSearchRebuilding(connection),
    ...createQueries(connection, rows),
    id,
    get nameMark() {
      return read.get(nameMarkFact)?.value ?? id
    },
    openGap: (loss, atMs) => {
      openGap(connection, rows, chain, id, loss, atMs)
    },
    headSeq: () => headSeqOf(connection),
    noteHead: () => witness?.note(),
    witnessedSeq: () => {
      const witnessed = readWitness(file)
      return witnessed?.ledgerId === id ? witnessed.seq : null
    },
    onFailure: (listener) => {
      onLedgerFailure(connection, listener)
    },
    check: () => examine({ file, nativeBinding: options.nativeBinding, leastHeadSeq: null }),
    recordEvent: (kind, actor, data, atMs) =>
      writeStep(connection, () => {
        chain.append({ kind, actor, data, atMs, itemId: null })
      }),
    readFact: (name) => Promise.resolve(read.get(name)?.value ?? null),
    writeFact: (name, value) =>
      writeStep(connection, () => {
        if (value === null) erase.run(name)
        else write.run(name, value)
      }),
    openEvidence: (selection) => openEvidence(file, options, selection, options.now()),
    report: (input) => readReport(file, options, input),
    verify: (progress) => verifyLedger(connection, options.now, progress),
    verifyWhole: (progress) =>
      verifyWhole(connection, {
        file,
        nativeBinding: options.nativeBinding,
        examine,
        now: options.now,
        progress,
      }),
    close() {
      if (connection.open) witness?.close()
      connection.close()
    },
  }
}

/** Gives a new ledger its id. The first event carries it, so that chains of two ledgers cannot be exchanged. */
function foundLedger(connection: Connection, chain: AuditChain, nowMs: number): string {
  return transact(connection, () => {
    const present = connection
      .prepare<[], { value: string }>(`SELECT value FROM ledger_facts WHERE name = 'ledger_id'`)
      .get()
    if (present !== undefined) return present.value
    const id = randomMark(markLength)
    connection.prepare(`INSERT INTO ledger_facts VALUES ('ledger_id', ?)`).run(id)
    chain.append({
      kind: 'ledger.created',
      actor: 'engine',
      itemId: null,
      atMs: nowMs,
      data: { ledgerId: id },
    })
    return id
  })
}
