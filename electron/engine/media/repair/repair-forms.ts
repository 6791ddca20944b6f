import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { recipeSchema } from '../../../shared/repair.ts'
import type { Recipe, RepairProposal } from '../../../shared/repair.ts'
import { repairableFamilies } from './repairable.ts'

/** The smaller forms of pictures, by their SHA-256, and which recipe made which of them. */
export interface RepairForms {
  /** Keeps a form, whole or not at all. Returns its SHA-256 in lower-case hex. */
  keep(jpeg: Uint8Array): Promise<string>
  /** The bytes of a form; undefined where it is gone, or is not any more what its name says. */
  read(sha256: string): Promise<Buffer | undefined>
  /** Where a form would lie. */
  pathOf(sha256: string): string
  /** Remembers what was made of a content: by one recipe, and, where `isBest`, when none was asked for. */
  remember(proposal: RepairProposal, isBest: boolean): Promise<void>
  /** What a recipe, or none, made of a content before; undefined where its forms are not all there any more. */
  recall(sha256: string, recipe: Recipe | null): Promise<RepairProposal | undefined>
  /** Drops what was not used for longest beyond `maxBytes`. What is named by `held` is left, however much it is. */
  trim(held: ReadonlySet<string>): Promise<void>
}

const formSuffix = '.jpg'
const proposalSuffix = '.json'

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
const formSchema = z.strictObject({
  sha256: sha256Schema,
  sizeBytes: z.int().positive(),
  family: z.enum(repairableFamilies),
  widthPixels: z.int().positive(),
  heightPixels: z.int().positive(),
})
const proposalSchema = z.strictObject({
  recipe: recipeSchema,
  before: formSchema,
  after: z.array(formSchema).min(1),
  fits: z.boolean(),
})

/** The folder is private to the user. */
export function createRepairForms(folder: string, maxBytes: number): RepairForms {
  const pathOf = (sha256: string): string => join(folder, `${sha256}${formSuffix}`)
  const proposalPath = (sha256: string, recipe: Recipe | null): string =>
    join(folder, `${sha256}-${recipe === null ? 'best' : nameOf(recipe)}${proposalSuffix}`)

  const read = async (sha256: string): Promise<Buffer | undefined> => {
    const bytes = await readFile(pathOf(sha256)).catch(() => undefined)
    return bytes !== undefined && hashOf(bytes) === sha256 ? bytes : undefined
  }

  return {
    async keep(jpeg) {
      const sha256 = hashOf(jpeg)
      await writeWhole(folder, pathOf(sha256), jpeg)
      return sha256
    },
    read,
    pathOf,
    async remember(proposal, isBest) {
      const text = Buffer.from(JSON.stringify(proposal))
      const { sha256 } = proposal.before
      await writeWhole(folder, proposalPath(sha256, proposal.recipe), text)
      if (isBest) await writeWhole(folder, proposalPath(sha256, null), text)
    },
    async recall(sha256, recipe) {
      const path = proposalPath(sha256, recipe)
      const proposal = await readProposal(path)
      if (proposal === undefined) return undefined
      for (const form of proposal.after) if ((await read(form.sha256)) === undefined) return undefined
      const now = new Date()
      for (const used of [path, ...proposal.after.map((form) => pathOf(form.sha256))]) {
        await utimes(used, now, now).catch(() => undefined)
      }
      return proposal
    },
    trim: (held) => trim(folder, maxBytes, (name) => held.has(name.slice(0, -formSuffix.length))),
  }
}

function nameOf({ kind, quality, scalePercent, grey }: Recipe): string {
  return [kind, `q${String(quality)}`, `s${String(scalePercent)}`, grey ? 'grey' : 'colour'].join('-')
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function readProposal(path: string): Promise<RepairProposal | undefined> {
  try {
    return proposalSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    // Gone, cut short or of another version: it is made anew.
    return undefined
  }
}

async function writeWhole(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = join(folder, `${randomUUID()}.draft`)
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function trim(folder: string, maxBytes: number, isHeld: (name: string) => boolean): Promise<void> {
  const files: { path: string; sizeBytes: number; usedAtMs: number }[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    if (isHeld(name)) continue
    const path = join(folder, name)
    const facts = await stat(path).catch(() => undefined)
    if (facts?.isFile()) files.push({ path, sizeBytes: facts.size, usedAtMs: facts.mtimeMs })
  }
  let total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  for (const { path, sizeBytes } of files.sort((one, other) => one.usedAtMs - other.usedAtMs)) {
    if (total <= maxBytes) return
    // A form that is being looked at cannot be deleted on Windows; it goes the next time.
    await rm(path, { force: true }).catch(() => undefined)
    total -= sizeBytes
  }
}
