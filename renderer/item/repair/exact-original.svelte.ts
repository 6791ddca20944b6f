import type { FileFamilyId } from '../../../electron/shared/file-families.ts'
import type { Item } from '../../../electron/shared/records.ts'
import type { RepairProposal } from '../../../electron/shared/repair.ts'
import { call } from '../../bridge/client.ts'
import { previewUrl } from '../../preview/preview-source.ts'
import { decisionOn } from '../approval.ts'

/** Families that the window shows by themselves, with every pixel. */
const shownAsTheyAre: ReadonlySet<FileFamilyId | null> = new Set(['png', 'jpg', 'gif'])

/**
 * The original as something to compare with. A preview of a TIFF or a raw file is smaller than the file, which would
 * make the original look worse than it is: its place takes a JPEG of all its pixels and the best quality.
 */
export class ExactOriginal {
  /** One address for each page; null while they are being made. */
  urls = $state.raw<readonly string[] | null>(null)

  async load(item: Item, { recipe, after }: RepairProposal): Promise<void> {
    this.urls = null
    if (shownAsTheyAre.has(item.family)) {
      this.urls = [previewUrl(item, { isOriginal: true })]
      return
    }
    const best = { kind: recipe.kind, quality: 95, scalePercent: 100, grey: false }
    try {
      const exact = await call('repair.propose', { ...decisionOn(item), recipe: best })
      this.urls = exact.after.map(({ sha256 }) => previewUrl(item, { repairSha256: sha256 }))
    } catch {
      // The preview says by itself why it cannot be shown.
      this.urls = after.map((_, index) =>
        previewUrl(item, { isOriginal: true, ...(after.length > 1 && { page: index + 1 }) }),
      )
    }
  }
}
