import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { IntrayError } from '../shared/error-codes.ts'
import { say } from '../shared/sentences/say.ts'
import { backupFolder, listBackupFiles, stampOf } from './ledger/backups.ts'
import { renameDurably, syncFolder } from './ledger/durable-file.ts'
import { examineHere } from './ledger/examination.ts'
import { isLarge } from './ledger/file-check.ts'
import type { Loss } from './ledger/gap-opening.ts'
import { readWitness } from './ledger/head-witness.ts'
import { openLedger } from './ledger/ledger.ts'
import type { Ledger, LedgerOptions } from './ledger/ledger.ts'
import type { Log } from './log.ts'

export interface LedgerOpening extends Pick<LedgerOptions, 'nativeBinding' | 'examine'> {
  readonly log: Log
  now(): number
  /** Checks a large ledger in full before it is used, because something spoke against it. */
  readonly distrusts: boolean
}

/**
 * Opens a ledger that can be relied on. Call it under the engine's lock.
 *
 * A damaged file, or one that is gone although it must have been there, is set aside under another name with its
 * journal and never written to; the newest backup that proves itself takes its place, or else a new ledger. The new
 * file gets the ledger's name only when it is complete, so a crash on the way leads here again. A ledger that is whole
 * but behind its witness stays and is told that its end is lost.
 *
 * A large ledger (`isLarge`) is opened at once and checked in full while the engine runs: see `startLedgerCare`.
 * Throws IntrayError for what is no damage: `ledger_from_future`, `ledger_unwritable`, `ledger_locked`, `disk_full`.
 */
export async function openSoundLedger(file: string, options: LedgerOpening): Promise<Ledger> {
  const damage = await findDamage(file, options)
  if (damage !== null) {
    options.log.warn('ledger_damaged', { words: damage })
    await restore(file, damage, options)
  } else if (sizeOf(file) === 0) found(file, options)
  const ledger = openLedger(file, options)
  const witness = readWitness(file)
  const told = (await ledger.readRestored())?.witnessedSeq
  if (witness?.ledgerId === ledger.id && witness.seq > ledger.headSeq() && witness.seq !== told) {
    const lost = witness.seq - ledger.headSeq()
    options.log.warn('ledger_end_lost', { lost })
    const words = `The last ${String(lost)} events of the ledger are gone.`
    const loss = { backupName: null, setAside: '', sentAs: [witness.nameMark], witnessedSeq: witness.seq }
    ledger.openGap({ ...loss, words }, options.now())
  }
  ledger.noteHead()
  return ledger
}

/** What is wrong with a ledger's file, in plain words; null for a sound one, and where there never was one. */
async function findDamage(file: string, options: LedgerOpening): Promise<string | null> {
  if (sizeOf(file) === 0) {
    if (!wasThereBefore(file)) return null
    return existsSync(file) ? 'The ledger’s file is empty.' : 'The ledger’s file is gone.'
  }
  const examine = options.examine ?? examineHere
  try {
    if (isLarge(file) && !options.distrusts) openLedger(file, { ...options, readonly: true }).close()
    else
      await (isLarge(file) ? examine : examineHere)({
        file,
        nativeBinding: options.nativeBinding,
        leastHeadSeq: null,
      })
    return null
  } catch (error) {
    if (error instanceof IntrayError && error.code === 'ledger_damaged') return error.detail
    // An engine that was stopped in its first moment leaves a file without a ledger in it.
    if (error instanceof IntrayError && error.code === 'ledger_missing') return 'The file holds no ledger.'
    throw error
  }
}

function wasThereBefore(file: string): boolean {
  return (
    readWitness(file) !== null ||
    existsSync(`${file}-wal`) ||
    listBackupFiles(file).length > 0 ||
    newestSetAside(file) !== ''
  )
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** Makes a new ledger, which gets its name when it is complete: one that a crash left half made would seem damaged. */
function found(file: string, options: LedgerOpening): void {
  const draft = `${file}.founding`
  removeDatabase(draft)
  openLedger(draft, options).close()
  rmSync(`${draft}.head`, { force: true })
  renameDurably(draft, file)
}

async function restore(file: string, words: string, options: LedgerOpening): Promise<void> {
  const setAside = setAsideDamaged(file, options.now())
  const witness = readWitness(file)
  const sentAs = witness === null ? [] : [witness.nameMark, witness.ledgerId]
  const loss = { setAside, words, sentAs, witnessedSeq: witness?.seq ?? null }
  const draft = `${file}.restoring`
  for (const { name } of listBackupFiles(file)) {
    removeDatabase(draft)
    copyFileSync(join(backupFolder(file), name), draft)
    if (await prepareDraft(draft, { ...loss, backupName: name }, options)) {
      renameDurably(draft, file)
      options.log.warn('ledger_restored', { backup: name })
      return
    }
    options.log.warn('backup_unusable', { backup: name })
  }
  removeDatabase(draft)
  const fresh = openLedger(draft, options)
  try {
    fresh.openGap({ ...loss, backupName: null }, options.now())
  } finally {
    fresh.close()
  }
  rmSync(`${draft}.head`, { force: true })
  renameDurably(draft, file)
  options.log.warn('ledger_begun_anew')
}

/**
 * Puts a chosen backup in the place of the present ledger, which is set aside whole, whatever it is like. Call it
 * under the engine's lock. Returns where the present ledger lies now; '' where there was none.
 * Throws `backup_refused` for a backup that is not there or does not prove itself; nothing was changed then.
 */
export async function restoreChosen(
  file: string,
  name: string,
  options: Omit<LedgerOpening, 'distrusts'>,
): Promise<string> {
  if (!listBackupFiles(file).some((backup) => backup.name === name)) {
    throw new IntrayError('backup_refused', say('backup_absent', { name }))
  }
  const setAside = existsSync(file) ? `${file}.replaced-${stampOf(options.now())}` : ''
  const witness = readWitness(file)
  const draft = `${file}.restoring`
  removeDatabase(draft)
  copyFileSync(join(backupFolder(file), name), draft)
  const loss = {
    backupName: name,
    setAside,
    words: 'A person chose this backup.',
    sentAs: witness === null ? [] : [witness.nameMark, witness.ledgerId],
    witnessedSeq: witness?.seq ?? null,
  }
  if (!(await prepareDraft(draft, loss, { ...options, distrusts: true }))) {
    removeDatabase(draft)
    throw new IntrayError('backup_refused', say('backup_damaged'))
  }
  if (setAside !== '') renameDatabase(file, setAside)
  renameDurably(draft, file)
  options.log.warn('ledger_restored', { backup: name })
  return setAside
}

/** With its journal, so that SQLite still reads them together. */
function renameDatabase(from: string, to: string): void {
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(`${from}${ending}`)) renameSync(`${from}${ending}`, `${to}${ending}`)
  }
  syncFolder(dirname(to))
}

/** Makes a ledger of a copied backup. False where the backup is damaged itself. */
async function prepareDraft(draft: string, loss: Loss, options: LedgerOpening): Promise<boolean> {
  const examine = options.examine ?? examineHere
  try {
    await examine({ file: draft, nativeBinding: options.nativeBinding, leastHeadSeq: null })
    const ledger = openLedger(draft, options)
    try {
      const { ok } = await ledger.verify()
      if (!ok) return false
      ledger.openGap(loss, options.now())
      return true
    } finally {
      ledger.close()
      rmSync(`${draft}.head`, { force: true })
    }
  } catch (error) {
    if (error instanceof IntrayError && error.code === 'ledger_damaged') return false
    throw error
  }
}

/**
 * Renames a damaged ledger and its journal, so that SQLite still reads them together and nothing is written over.
 * The file itself goes first: a journal that is left behind by a crash belongs to no ledger, whereas a ledger without
 * its journal would look whole. Returns the name, or that of an earlier time when a crash came in between.
 */
function setAsideDamaged(file: string, nowMs: number): string {
  const target = existsSync(file) ? `${file}.damaged-${stampOf(nowMs)}` : newestSetAside(file)
  const orphan = target === '' ? `${file}.damaged-${stampOf(nowMs)}` : target
  if (existsSync(file)) renameSync(file, target)
  for (const ending of ['-wal', '-shm']) {
    if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${orphan}${ending}`)
  }
  syncFolder(dirname(file))
  return target
}

function newestSetAside(file: string): string {
  const folder = dirname(file)
  if (!existsSync(folder)) return ''
  const prefix = `${basename(file)}.damaged-`
  const newest = readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && !/-(wal|shm)$/.test(name))
    .sort()
    .at(-1)
  return newest === undefined ? '' : join(folder, newest)
}

function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm', '.head']) rmSync(`${file}${ending}`, { force: true })
}
