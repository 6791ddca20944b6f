import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { bundleOf, exportedLedger, rewriteBundle } from './bundles.ts'
import { dayMs } from './sent-items.ts'

const document = readFileSync(new URL('../../../docs/evidence.md', import.meta.url), 'utf8')

/** The script of one language as the document has it, in a file. */
function scriptOf(language: string): { readonly path: string; readonly lineCount: number } {
  const text = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(document)?.[1]
  if (text === undefined) throw new Error(`the document has no script in ${language}`)
  const path = join(temporaryFolder(), `verify.${language === 'js' ? 'mjs' : 'py'}`)
  writeFileSync(path, text)
  return { path, lineCount: text.trimEnd().split('\n').length }
}

function run(program: string, words: readonly string[]) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: 'utf8' })
  if (error !== undefined) throw error
  return { ok: status === 0, said: `${stdout}${stderr}` }
}

const python = spawnSync('python3', ['--version']).error === undefined
if (!python) console.warn('python3 is not here: the Python script of docs/evidence.md is NOT tested')

describe.each([
  ...(python ? [{ language: 'python', program: 'python3' }] : []),
  { language: 'js', program: process.execPath },
])('the $language script of the document', ({ language, program }) => {
  it('has no more than 30 lines', () => {
    expect(scriptOf(language).lineCount).toBeLessThanOrEqual(30)
  })

  it('proves a good bundle, with anchors from outside', async () => {
    const { ledger, one, request, clock } = await exportedLedger()
    const anchor = await ledger.readHead(clock.nowMs)
    await ledger.recordAnchor(anchor)
    const { path, summary } = await bundleOf(ledger, request, [one.id])
    const { path: script } = scriptOf(language)
    const anchors = join(temporaryFolder(), 'anchors')
    writeFileSync(anchors, `${JSON.stringify(anchor)}\n`)
    const proven = run(program, [script, path, anchors])
    expect(proven.said).toContain(`ok: ${String(summary.eventCount)} events`)
    expect(proven.ok).toBe(true)

    writeFileSync(anchors, `${JSON.stringify({ ...anchor, hash: '0'.repeat(64) })}\n`)
    expect(run(program, [script, path, anchors])).toMatchObject({ ok: false })
  })

  it.each([
    ['an altered event', 'event', (line: object) => ({ ...line, actor: 'eve' }), /chain is broken/],
    ['altered data', 'event', (line: object) => ({ ...line, data: '{"a":1}' }), /data was altered/],
    ['a missing event', 'event', () => null, /chain is broken/],
    [
      'an altered anchor',
      'anchor',
      (line: object) => ({ ...line, hash: '0'.repeat(64) }),
      /not lie on the chain/,
    ],
  ])('finds %s, also under a new seal', async (_what, part, change, words) => {
    const { ledger, one, request, clock } = await exportedLedger()
    await ledger.recordAnchor(await ledger.readHead(clock.nowMs))
    const { path } = await bundleOf(ledger, request, [one.id])
    rewriteBundle(path, part, change)
    const found = run(program, [scriptOf(language).path, path])
    expect(found.ok).toBe(false)
    expect(found.said).toMatch(words)
  })

  it('passes over lines of an anchor file that were cut, and finds bytes that follow the seal', async () => {
    const { ledger, one, request, clock } = await exportedLedger()
    const anchor = await ledger.readHead(clock.nowMs)
    const { path } = await bundleOf(ledger, request, [one.id])
    const { path: script } = scriptOf(language)
    const anchors = join(temporaryFolder(), 'anchors')
    writeFileSync(anchors, `{"ledgerId":"cut\n${JSON.stringify(anchor)}\n\n`)
    expect(run(program, [script, path, anchors])).toMatchObject({ ok: true })
    writeFileSync(anchors, '')
    expect(run(program, [script, path, anchors])).toMatchObject({ ok: true })
    appendFileSync(path, '{"part":"anchor"}')
    expect(run(program, [script, path])).toMatchObject({
      ok: false,
      said: expect.stringMatching(/something follows/) as string,
    })
  })

  it('finds a broken seal and a cut end', async () => {
    const { ledger, one, request } = await exportedLedger()
    const { path } = await bundleOf(ledger, request, [one.id])
    const text = readFileSync(path, 'utf8')
    const { path: script } = scriptOf(language)
    writeFileSync(path, text.replace('"writtenBy":"ada"', '"writtenBy":"eve"'))
    expect(run(program, [script, path])).toMatchObject({
      ok: false,
      said: expect.stringMatching(/seal is broken/) as string,
    })
    writeFileSync(path, text.slice(0, text.lastIndexOf('{"part":"seal"')))
    expect(run(program, [script, path])).toMatchObject({
      ok: false,
      said: expect.stringMatching(/seal is missing/) as string,
    })
  })
})

describe.runIf(python)('the script that checks items and attempts too', () => {
  const rowOf = (line: object): object =>
    'row' in line && typeof line.row === 'object' ? (line.row ?? {}) : {}

  it.each([
    ['an altered item', 'item', (line: object) => ({ ...line, row: { ...rowOf(line), entity_id: 'eve' } })],
    [
      'an altered attempt',
      'attempt',
      (line: object) => ({ ...line, row: { ...rowOf(line), outcome: 'failed' } }),
    ],
    [
      'an attempt that nothing tells of',
      'attempt',
      (line: object) => ({ ...line, row: { ...rowOf(line), number: 7 } }),
    ],
    [
      'data that is kept back',
      'event',
      ({ ...line }: Record<string, unknown>) => ({ ...line, data: undefined }),
    ],
    [
      'data that is said to be erased',
      'event',
      ({ ...line }: Record<string, unknown>) => ({ ...line, data: undefined, erased: true }),
    ],
  ])('finds %s under a new seal, and where', async (_what, part, change) => {
    const { ledger, one, request } = await exportedLedger()
    const { path } = await bundleOf(ledger, request, [one.id])
    const script = scriptOf('python').path
    expect(run('python3', [script, path])).toMatchObject({ ok: true })
    rewriteBundle(path, part, change)
    const found = run('python3', [script, path])
    expect(found.ok).toBe(false)
    expect(found.said).toMatch(/item 1|event \d/)
  })

  it('accepts erased items, and every other bundle that Intray accepts', async () => {
    const { ledger, two, request, clock } = await exportedLedger()
    clock.nowMs += 40 * dayMs
    await ledger.eraseItems(await ledger.listErasable(clock.nowMs, null, 1), 30, clock.nowMs)
    const script = scriptOf('python').path
    for (const chosen of [[1], [two.id], [1, two.id]]) {
      const { path } = await bundleOf(ledger, request, chosen)
      expect(run('python3', [script, path])).toMatchObject({ ok: true })
    }
  })
})
