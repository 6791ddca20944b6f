import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inspectFile } from '../../../electron/engine/identify/file-inspection.ts'
import { judge } from '../../../electron/engine/identify/judgement/judgement.ts'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import { findingCatalogue } from '../../../electron/shared/finding-codes.ts'
import { settingsSchema } from '../../../electron/shared/settings/settings.ts'
import { compiledRules } from '../../support/compiled-rules.ts'

const root = join(import.meta.dirname, '../../..')
const limit = settingsSchema.parse({}).intake
const rules = compiledRules()

const manifest = z
  .object({
    files: z.array(
      z.object({
        path: z.string(),
        outcome: z.enum(['ready', 'held', 'ignored']),
        heldAt: z.enum(['intake', 'upload']).optional(),
        family: z.string(),
        entityId: z.string().optional(),
        mediaType: z.string().optional(),
        code: z.string().optional(),
        sameBytesAs: z.string().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(root, 'build/practice/MANIFEST.json'), 'utf8')))

const taken = manifest.files.filter(({ outcome }) => outcome !== 'ignored')

async function judgeScan(path: string) {
  const inspection = await inspectFile(join(root, 'resources/practice', path), limit)
  const reading = readName(rules, path)
  const { entityId, mediaType } = reading.kind === 'match' ? reading : { entityId: null, mediaType: null }
  const findings = judge({
    inspection,
    reading,
    values: { entityId, mediaType },
    entityProblem: null,
    knownMediaType: true,
    entityCheck: null,
    duplicates: { sameEntity: [], otherEntity: [], rejected: [] },
    earlierAtPath: null,
    otherSide: null,
    entityCount: null,
    rescanOf: null,
    index: [],
    severities: {},
  })
  return { inspection, entityId, mediaType, codes: findings.map(({ code }) => code) }
}

describe('the practice folder', () => {
  it.each(taken)(
    '$path: $outcome',
    async ({ path, outcome, heldAt, family, entityId, mediaType, code, sameBytesAs }) => {
      const judged = await judgeScan(path)
      // Nothing tells what a file without content was meant to be.
      const knownFamily = code === 'empty_file' || family === 'none' ? null : family
      expect(judged.inspection.family).toBe(knownFamily)
      expect([judged.entityId, judged.mediaType]).toEqual([entityId ?? null, mediaType ?? null])
      const isForIdentify = outcome === 'held' && heldAt === 'intake' && sameBytesAs === undefined
      expect(judged.codes).toEqual(isForIdentify ? [code] : [])
      if (sameBytesAs !== undefined) {
        expect(judged.inspection.sha256).toBe((await judgeScan(sameBytesAs)).inspection.sha256)
      }
    },
  )
})

describe('the fixtures', () => {
  // They are tiny, so that the repository is small.
  const anySize = { ...limit, minPicturePixels: 0 }

  it.each([
    ['valid.avi', 'avi', []],
    ['valid.dng', 'raw', []],
    ['valid.eps', 'eps', []],
    ['valid.gif', 'gif', []],
    ['valid.jpg', 'jpg', []],
    ['valid.mkv', 'mkv', []],
    ['valid.mov', 'mov', []],
    ['valid.mp4', 'mp4', []],
    ['valid.pdf', 'pdf', []],
    ['valid.png', 'png', []],
    ['valid.tiff', 'tiff', []],
    ['valid.txt', 'txt', []],
    ['valid.wmv', 'wmv', []],
    ['animated.gif', 'gif', []],
    ['cmyk.jpg', 'jpg', []],
    ['latin1.txt', 'txt', []],
    ['pdf-inside.gif', 'gif', []],
    ['trailing-garbage.jpg', 'jpg', []],
    ['turned-by-exif.jpg', 'jpg', []],
    ['two-pages.tiff', 'tiff', []],
    ['utf16-with-bom.txt', 'txt', []],
    ['with-javascript.pdf', 'pdf', []],
    ['with-preamble.pdf', 'pdf', []],
    ['with-preview.eps', 'eps', []],
    ['empty.jpg', null, ['empty_file']],
    ['encrypted.pdf', 'pdf', ['encrypted']],
    ['html-named.txt', null, ['unsupported_type']],
    ['huge-dimensions.png', 'png', ['damaged']],
    ['only-a-header.jpg', 'jpg', ['damaged']],
    ['png-named.jpg', 'png', ['extension_mismatch']],
    ['program-named.jpg', null, ['unsupported_type']],
    ['text-named.pdf', 'txt', ['extension_mismatch']],
    ['truncated.dng', 'raw', ['damaged']],
    ['truncated.gif', 'gif', ['damaged']],
    ['truncated.jpg', 'jpg', ['damaged']],
    ['truncated.pdf', 'pdf', ['damaged']],
    ['truncated.png', 'png', ['damaged']],
    ['truncated.tiff', 'tiff', ['damaged']],
    ['unsupported.docx', null, ['unsupported_type']],
    ['unsupported.svg', null, ['unsupported_type']],
    ['unsupported.webp', null, ['unsupported_type']],
    ['with-nul-bytes.txt', null, ['unsupported_type']],
    ['without-index.mp4', 'mp4', ['damaged']],
  ] as const)('%s is %s with %j', async (name, family, codes) => {
    const inspection = await inspectFile(join(root, 'test/fixtures', name), anySize)
    expect(inspection.family).toBe(family)
    expect(inspection.findings.map(({ code }) => code)).toEqual(codes)
    for (const { code, severity } of inspection.findings)
      expect(severity).toBe(findingCatalogue[code].severity)
  })
})
