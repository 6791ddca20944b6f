import PQueue from 'p-queue'
import { IntrayError } from '../shared/error-codes.ts'
import { fileFindingCodes, finding } from '../shared/finding-codes.ts'
import type { Finding } from '../shared/finding-codes.ts'
import type { Item } from '../shared/records.ts'
import type { FolderSettings } from '../shared/settings/folder.ts'
import { createAssessor } from './assessment.ts'
import type { AssessorLedger, AssessorOptions, ToAssess } from './assessment.ts'
import { inspectFile } from './identify/file-inspection.ts'
import type { Inspection } from './identify/file-inspection.ts'
import { looksBlank } from './identify/blank-candidate.ts'
import { resolveMediaType } from './identify/naming/media-type-resolution.ts'
import type { RepairedFile } from './ledger/content-queries.ts'
import type { IdentifiedFile, Reading } from './ledger/identification-steps.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { BlankCheck } from './media/blank-check.ts'
import type { NamedValues } from './name-values.ts'

/** A file whose size and time are quiet. `path` is relative to its folder. */
export interface SettledFile {
  readonly path: string
  readonly fileKey: string
  readonly sizeBytes: number
  readonly modifiedAtMs: number
}

export type InspectedFile = SettledFile & { readonly inspection: Inspection }

/** What became of one look into a file. */
export type FileLook =
  | { readonly kind: 'inspected'; readonly file: InspectedFile }
  | { readonly kind: 'failed'; readonly path: string; readonly error: IntrayError }

export interface ItemWithValues {
  readonly item: Item
  readonly values: NamedValues
}

export interface Identifier {
  /** Looks into files, several at a time. `measure`: also whether suspicious pictures are blank, which takes long. */
  inspect(
    files: readonly SettledFile[],
    locate: (path: string) => string,
    measure: boolean,
  ): Promise<FileLook[]>
  /** What inspected files are, whose they are, and where they go. */
  identify(folder: FolderSettings, files: readonly InspectedFile[]): Promise<IdentifiedFile[]>
  /**
   * Reads items of one folder again, with what holds now. What a person gave stays. Their content is known, but for
   * what was found out of it since then.
   */
  readAgain(
    folder: FolderSettings,
    items: readonly Item[],
    foundSince?: readonly Finding[],
  ): Promise<Reading[]>
  /** The media type that a person means by this text: one that has this name, or else the text itself. */
  resolveMediaType(text: string): string
  /** For each item the findings that hold with these values, such as a person's correction. In the same order. */
  findingsFor(subjects: readonly ItemWithValues[]): Promise<readonly Finding[][]>
}

export interface IdentifierOptions extends AssessorOptions {
  readonly ledger: AssessorLedger & Pick<Ledger, 'findCorrected' | 'findRepaired' | 'findSplitPages'>
  /** Settings of a folder, also of one that is watched no more. */
  folder(folderId: string): FolderSettings
  /** Measures pictures that may be blank; absent where nothing can decode them. */
  readonly blankCheck?: BlankCheck | undefined
}

/** More reads at a time are no faster: the system reads with four threads. */
const inspectionsAtATime = 8

/** Joins what a content is, what a name and an index say, and what the ledger already knows. */
export function createIdentifier(options: IdentifierOptions): Identifier {
  const { ledger, settings, blankCheck } = options
  const { maxFileSizeBytes, minPicturePixels } = settings.intake
  const queue = new PQueue({ concurrency: inspectionsAtATime })
  const assess = createAssessor(options)

  const look = async (file: SettledFile, absolutePath: string, measure: boolean): Promise<FileLook> => {
    try {
      const inspection = await inspectFile(absolutePath, { maxFileSizeBytes, minPicturePixels })
      const findings = [
        ...inspection.findings,
        ...(measure ? await judgeBlankness(absolutePath, inspection) : []),
      ]
      return {
        kind: 'inspected',
        file: { ...file, sizeBytes: inspection.sizeBytes, inspection: { ...inspection, findings } },
      }
    } catch (error) {
      if (error instanceof IntrayError) return { kind: 'failed', path: file.path, error }
      throw error
    }
  }

  /** Decoding takes a thousand times as long as reading, so only suspicious pictures are decoded. */
  const judgeBlankness = async (path: string, inspection: Inspection): Promise<Finding[]> => {
    if (blankCheck === undefined || !looksBlank(inspection)) return []
    const { family, sizeBytes, picture } = inspection
    if (family === null || picture === null) return []
    const measured = await blankCheck.isBlank(path, family, sizeBytes, picture.widthPx, picture.heightPx)
    return measured?.blank === true ? [finding('picture_blank', measured.seen)] : []
  }

  return {
    inspect: (files, locate, measure) =>
      queue.addAll(files.map((file) => () => look(file, locate(file.path), measure))),

    async identify(folder, files) {
      const paths = files.map((file) => file.path)
      const corrections = new Map(
        (await ledger.findCorrected(folder.id, paths)).map((file) => [file.path, file]),
      )
      const pages = new Map((await ledger.findSplitPages(folder.id, paths)).map((page) => [page.path, page]))
      const repaired = new Map((await ledger.findRepaired(folder.id, paths)).map((file) => [file.path, file]))
      const pageOf = (path: string, sha256: string) => {
        const page = pages.get(path)
        return page?.sha256 === sha256 ? page : undefined
      }
      const readings = await assess(
        folder,
        files.map(({ path, inspection }): ToAssess => {
          const corrected = corrections.get(path)
          const page = pageOf(path, inspection.sha256)
          const hasValues = page !== undefined && (page.entityId !== null || page.mediaType !== null)
          const known = corrected ?? (hasValues ? page : undefined)
          return {
            itemId: null,
            path,
            sha256: inspection.sha256,
            inspection: { ...inspection, findings: findingsOf(inspection, repaired.get(path)) },
            seenAtMs: options.now(),
            byPerson: known?.sha256 === inspection.sha256 ? known : null,
            rescanOf: null,
          }
        }),
      )
      return files.map(({ inspection, ...file }, index) => {
        const reading = readings[index]
        if (reading === undefined) throw new Error('an assessment left a file out')
        const { sha256, family } = inspection
        const splitFrom = pageOf(file.path, sha256)?.splitFrom ?? null
        // Somebody looks at each page that Intray made.
        const route = splitFrom !== null && reading.route === 'approved' ? 'awaiting_review' : reading.route
        return { ...file, ...reading, route, sha256, family, splitFrom, role: 'scan', ignoredBecause: null }
      })
    },

    async readAgain(folder, items, foundSince = []) {
      const readings = await assess(
        folder,
        items.map((item) =>
          itemToAssess(item, item.readBy === 'person' ? item : null, foundSince, options.now()),
        ),
      )
      // A person who corrected an item looks at it once more before it is sent.
      return readings.map((reading) =>
        reading.readBy === 'person' && reading.route === 'approved'
          ? { ...reading, route: 'awaiting_review' }
          : reading,
      )
    },

    resolveMediaType: (text) => resolveMediaType(options.rules().ruleSet, text),

    async findingsFor(subjects) {
      const found = new Map<ItemWithValues, Finding[]>()
      for (const folderId of new Set(subjects.map(({ item }) => item.folderId))) {
        const here = subjects.filter(({ item }) => item.folderId === folderId)
        const readings = await assess(
          options.folder(folderId),
          here.map(({ item, values }) => itemToAssess(item, values, [], options.now())),
        )
        for (const [index, subject] of here.entries()) {
          found.set(subject, [...(readings[index]?.findings ?? [])])
        }
      }
      return subjects.map((subject) => found.get(subject) ?? [])
    },
  }
}

/** A smaller form that was agreed to stays: what it was made of is the same, whatever its file is called now. */
function findingsOf({ findings, sha256 }: Inspection, repaired: RepairedFile | undefined): Finding[] {
  const isSame = repaired?.sha256 === sha256 && findings.some(({ code }) => code === 'too_large')
  if (!isSame) return [...findings]
  return [...findings.filter(({ code }) => code !== 'too_large'), repaired.finding]
}

function itemToAssess(
  item: Item,
  byPerson: NamedValues | null,
  foundSince: readonly Finding[],
  nowMs: number,
): ToAssess {
  const since = new Set(foundSince.map(({ code }) => code))
  const known = contentFindings(item.findings).filter(({ code }) => !since.has(code))
  return {
    itemId: item.id,
    path: item.path,
    sha256: item.sha256,
    inspection: { family: item.family, findings: [...known, ...foundSince] },
    seenAtMs: beganToWaitAtMs(item, nowMs),
    byPerson,
    rescanOf: item.rescanOf,
  }
}

/**
 * Since when an item may have been waiting. One that was first seen before the clock was set back begins anew, so that
 * it waits no longer than one that comes now; once that wait is over, it is over for good.
 */
function beganToWaitAtMs({ firstSeenAtMs, waitsUntilMs }: Item, nowMs: number): number {
  if (firstSeenAtMs <= nowMs) return firstSeenAtMs
  return waitsUntilMs !== null && waitsUntilMs <= nowMs ? 0 : nowMs
}

/** The findings that the content alone gave; the others depend on the name, the values and other items. */
function contentFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ code }) => fileFindingCodes.has(code) || contentCodes.has(code))
}

const contentCodes: ReadonlySet<Finding['code']> = new Set([
  'extension_mismatch',
  'picture_too_small',
  'picture_blank',
  'smaller_form',
])
