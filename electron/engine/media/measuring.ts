import {
  AlphaAction,
  ColorSpace,
  FilterType,
  MagickColors,
  MagickFormat,
  MagickGeometry,
  MagickReadSettings,
} from '@imagemagick/magick-wasm'
import type { IMagickImage } from '@imagemagick/magick-wasm'
import { measuredSidePx, measureSheet } from './blank-sheet.ts'
import type { SheetMarks } from './blank-sheet.ts'
import type { MeasurableFamily } from './decoder-job.ts'
import { DecoderRefused } from './decoder-job.ts'
import { checkPages, usePages } from './pages.ts'

const formats: Readonly<Record<MeasurableFamily, MagickFormat>> = {
  jpg: MagickFormat.Jpeg,
  png: MagickFormat.Png,
  tiff: MagickFormat.Tiff,
}

/** What stands on each page of a scan. */
export function measurePages(bytes: Buffer, family: MeasurableFamily): readonly SheetMarks[] {
  const format = formats[family]
  checkPages(bytes, new MagickReadSettings({ format }))
  const settings = new MagickReadSettings({ format })
  // The JPEG decoder makes a smaller picture in a fraction of the time.
  settings.setDefine(MagickFormat.Jpeg, 'size', `${measuredSidePx}x${measuredSidePx}`)
  return usePages(bytes, settings, (pages) => {
    if (pages.length === 0) throw new DecoderRefused('undecodable')
    return pages.map(measurePage)
  })
}

function measurePage(page: IMagickImage): SheetMarks {
  const bounds = new MagickGeometry(measuredSidePx, measuredSidePx)
  bounds.greater = true
  // Each pixel is the plain mean of those that it stands for: nothing is sharpened.
  page.filterType = FilterType.Box
  page.resize(bounds)
  if (page.hasAlpha) {
    // On grey, white ink shows as well as black.
    page.backgroundColor = MagickColors.Gray
    page.alpha(AlphaAction.Remove)
  }
  page.colorSpace = ColorSpace.sRGB
  const { width, height } = page
  const rgb = page.getPixels((pixels) => pixels.toByteArray(0, 0, width, height, 'RGB'))
  if (rgb === null) throw new DecoderRefused('undecodable')
  return measureSheet({ rgb, widthPx: width, heightPx: height })
}
