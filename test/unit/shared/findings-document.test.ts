import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findingCatalogue, findingCodes } from '../../../electron/shared/finding-codes.ts'

const document = readFileSync(join(import.meta.dirname, '../../../docs/findings.md'), 'utf8')

it.each(findingCodes)('%s is published as it is', (code) => {
  const { severity, overridable, title, next } = findingCatalogue[code]
  const line = document.split('\n').find((each) => each.startsWith(`| \`${code}\``))
  const cells = line?.split('|').map((cell) => cell.trim())
  expect(cells).toEqual(['', `\`${code}\``, severity, overridable ? 'yes' : 'no', title, next, ''])
})

it('nothing else is published', () => {
  const codes = [...document.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code)
  expect(codes).toEqual(findingCodes)
})
