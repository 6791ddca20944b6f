import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initializeImageMagick, ResourceLimits } from '@imagemagick/magick-wasm'

/** More than A3 at 600 dpi. Four bytes each: decoding stays under half a gigabyte. */
export const maxPixels = 120_000_000

const maxSidePx = 60_000

let started: Promise<void> | undefined

/** Loads ImageMagick into this thread, once, with bounds that a hostile picture cannot pass. */
export function startMagick(): Promise<void> {
  started ??= load()
  return started
}

async function load(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm')
  await initializeImageMagick(await readFile(wasm))
  ResourceLimits.width = BigInt(maxSidePx)
  ResourceLimits.height = BigInt(maxSidePx)
  ResourceLimits.area = BigInt(maxPixels)
  ResourceLimits.memory = 1_500_000_000n
  ResourceLimits.maxMemoryRequest = 1_000_000_000n
  // The only disk that WebAssembly has is more memory.
  ResourceLimits.disk = 0n
}
