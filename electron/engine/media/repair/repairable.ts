import type { FileFamilyId } from '../../../shared/file-families.ts'

/** Families whose pictures can be made smaller. The rest would lose what it is: text, layers, motion. */
export const repairableFamilies = [
  'jpg',
  'png',
  'tiff',
  'gif',
  'raw',
] as const satisfies readonly FileFamilyId[]

export type RepairableFamily = (typeof repairableFamilies)[number]

/** True for a family whose pictures can be made smaller. */
export function isRepairable(family: FileFamilyId | null): family is RepairableFamily {
  const repairable: readonly (FileFamilyId | null)[] = repairableFamilies
  return repairable.includes(family)
}
