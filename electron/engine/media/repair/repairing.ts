import { Density, MagickFormat } from '@imagemagick/magick-wasm'
import type { IMagickImage } from '@imagemagick/magick-wasm'
import type { Recipe } from '../../../shared/repair.ts'
import { DecoderRefused } from '../decoder-job.ts'
import type { RepairedPicture, RepairedPage, RepairJob } from '../decoder-job.ts'
import { findStrength } from './recipe-search.ts'
import type { Strength } from './recipe-search.ts'
import { readPageSizes, useUprightPage } from './whole-picture.ts'
import type { PageSize } from './whole-picture.ts'

/** Pages differ: the strength that is right for the largest may be too little for another one. */
const mostRounds = 3

/**
 * Makes a picture smaller by the recipe of the job, or by the one that loses least. The same content and recipe give
 * the same bytes.
 * @throws {DecoderRefused}
 */
export function repairPicture(bytes: Buffer, { family, recipe, targetBytes }: RepairJob): RepairedPicture {
  const sizes = readPageSizes(bytes, family)
  const [first] = sizes
  if (first === undefined) throw new DecoderRefused('undecodable')
  const kind = sizes.length > 1 ? 'split_pages' : 'jpeg'
  if (recipe !== null && recipe.kind !== kind) throw new DecoderRefused('recipe_unfit')

  // What was encoded in the search need not be encoded again.
  const made = new Map<string, RepairedPage>()
  const keyOf = (index: number, { quality, scalePercent }: Strength): string =>
    [index, quality, scalePercent].join(' ')
  const search = (index: number): Strength =>
    useUprightPage(bytes, family, index, (page) => {
      const found = findStrength(targetBytes, (strength) => {
        const encoded = encode(page, { ...strength, grey: false })
        made.set(keyOf(index, strength), encoded)
        return encoded.jpeg.byteLength
      })
      if (found === null) throw new DecoderRefused('recipe_unfit')
      return found
    })
  const makeAll = (wanted: Recipe): RepairedPage[] =>
    sizes.map(
      (_, index) =>
        (wanted.grey ? undefined : made.get(keyOf(index, wanted))) ??
        useUprightPage(bytes, family, index, (page) => encode(page, wanted)),
    )

  if (recipe !== null) return { recipe, pages: makeAll(recipe), original: first }
  for (let round = 1, index = largestOf(sizes); ; round += 1) {
    const found: Recipe = { kind, ...search(index), grey: false }
    const pages = makeAll(found)
    index = pages.findIndex(({ jpeg }) => jpeg.byteLength > targetBytes)
    if (index === -1 || round === mostRounds) return { recipe: found, pages, original: first }
  }
}

function largestOf(sizes: readonly PageSize[]): number {
  const areas = sizes.map(({ widthPx, heightPx }) => widthPx * heightPx)
  return areas.indexOf(Math.max(...areas))
}

function encode(page: IMagickImage, { quality, scalePercent, grey }: Omit<Recipe, 'kind'>): RepairedPage {
  return page.clone((copy) => {
    if (scalePercent < 100) {
      const side = (pixels: number): number => Math.max(1, Math.round((pixels * scalePercent) / 100))
      copy.resize(side(copy.width), side(copy.height))
      scaleDensity(copy, scalePercent)
    }
    if (grey) copy.grayscale()
    copy.quality = quality
    // The bytes are gone after the callback: they belong to WebAssembly's memory.
    const jpeg = copy.write(MagickFormat.Jpeg, (bytes) => Buffer.from(bytes))
    return { jpeg, widthPx: copy.width, heightPx: copy.height }
  })
}

/** The paper keeps its size. */
function scaleDensity(copy: IMagickImage, scalePercent: number): void {
  const { x, y, units } = copy.density
  if (x > 0 && y > 0) {
    copy.density = new Density(
      Math.round((x * scalePercent) / 100),
      Math.round((y * scalePercent) / 100),
      units,
    )
  }
}
