import { faultChanceSchema, faultSchema } from './fault.ts'
import type { Fault, FaultChanceInput, FaultInput } from './fault.ts'
import { drawRandom } from './random.ts'

/** The part of a request by which a scripted fault can be aimed. */
export type FaultTarget = { method: string; entityId: string | null }

/** What tests and the command hold to make things go wrong. */
export type FaultControl = {
  /** Adds faults to the script; each strikes once (or `times`) and is gone. Throws a ZodError on a wrong one. */
  next(faults: readonly FaultInput[]): void
  /** Sets the faults by chance, or takes them away with null. Scripted faults come first. */
  chance(chance: FaultChanceInput | null): void
  /** How many scripted faults still wait for their request. */
  waiting(): number
  /** Takes every fault away, scripted and by chance. */
  clear(): void
}

type Chance = { rate: number; faults: Fault[]; state: number }
type Scripted = { fault: Fault; fitting: number; left: number }

export type FaultPlan = FaultControl & {
  /** The fault for the request that just arrived, or null. Called exactly once for each request. */
  take(target: FaultTarget): Fault | null
}

export function createFaultPlan(): FaultPlan {
  let script: Scripted[] = []
  let chance: Chance | null = null

  return {
    next(faults) {
      const parsed = faults.map((fault) => faultSchema.parse(fault))
      script = script.concat(parsed.map((fault) => ({ fault, fitting: 0, left: fault.times })))
    },
    chance(input) {
      chance = input === null ? null : readChance(input)
    },
    waiting: () => script.length,
    clear() {
      script = []
      chance = null
    },
    take(target) {
      const due = dueFault(script, target)
      if (due !== null) {
        due.left -= 1
        if (due.left === 0) script = script.filter((scripted) => scripted !== due)
        return due.fault
      }
      if (chance === null) return null
      const struck = drawRandom(chance.state)
      const pick = drawRandom(struck.state)
      chance.state = pick.state
      if (struck.value >= chance.rate) return null
      return chance.faults[Math.floor(pick.value * chance.faults.length)] ?? null
    },
  }
}

function readChance(input: FaultChanceInput): Chance {
  const { seed, rate, kinds } = faultChanceSchema.parse(input)
  const faults = kinds.map((kind) => (typeof kind === 'string' ? faultSchema.parse({ kind }) : kind))
  return { rate, faults, state: seed >>> 0 }
}

/** Counts the request for every scripted fault that it fits, and gives the first one whose turn has come. */
function dueFault(script: readonly Scripted[], target: FaultTarget): Scripted | null {
  let due: Scripted | null = null
  for (const scripted of script) {
    if (!fits(scripted.fault, target)) continue
    scripted.fitting += 1
    if (due === null && scripted.fitting >= scripted.fault.match.nth) due = scripted
  }
  return due
}

function fits({ match }: Fault, target: FaultTarget): boolean {
  return (
    (match.entityId === undefined || match.entityId === target.entityId) &&
    (match.method === undefined || match.method === target.method)
  )
}
