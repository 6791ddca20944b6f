import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inspectContent } from '../../../electron/engine/identify/content-inspection.ts'
import { judgeIndexFile } from '../../../electron/engine/identify/indexing/index-file-judgement.ts'
import { readTable } from '../../../electron/engine/identify/indexing/table.ts'
import { judge } from '../../../electron/engine/identify/judgement/judgement.ts'
import type { JudgementInputs } from '../../../electron/engine/identify/judgement/judgement.ts'
import { explainName } from '../../../electron/engine/identify/naming/name-explanation.ts'
import { readName } from '../../../electron/engine/identify/naming/name-reading.ts'
import { compileRules } from '../../../electron/engine/identify/naming/rule-set.ts'
import { finding } from '../../../electron/shared/finding-codes.ts'
import type { Finding } from '../../../electron/shared/finding-codes.ts'
import { rulesDefinitionSchema } from '../../../electron/shared/rules.ts'
import { say } from '../../../electron/shared/sentences/say.ts'
import { indexSchema } from '../../../electron/shared/settings/index-file.ts'

/** The function by which a German window puts the engine's texts into words. */
async function openGermanWindow() {
  vi.stubGlobal('window', { intray: { language: 'de' } })
  vi.stubGlobal('navigator', { languages: ['de-DE'], userAgent: 'X11; Linux' })
  vi.resetModules()
  return (await import('../../../renderer/messages/in-words.ts')).inWords
}

const inspected = async (name: string, content: string | Buffer): Promise<readonly Finding[]> => {
  const bytes = Buffer.from(content)
  const source = { bytes, sizeBytes: bytes.length, maxFileSizeBytes: 1_000, name }
  return (await inspectContent(source)).findings
}

const definition = rulesDefinitionSchema.parse({
  entityIds: { pattern: 'C-\\d{4}' },
  rules: [
    { id: 'flat', name: 'Flach', pattern: '{entity_id}_{media_type}' },
    { id: 'deep', name: 'Tief', pattern: '{entity_id}/{media_type}' },
    { id: 'off', name: 'Aus', pattern: '{entity_id}-{media_type}', enabled: false },
    { id: 'broken', name: 'Kaputt', pattern: '{entity_id}{media_type}' },
  ],
})
const rules = compileRules(definition)

const judged = (change: Partial<JudgementInputs>): Finding[] =>
  judge({
    inspection: { family: 'jpg', findings: [] },
    reading: { kind: 'none', reasons: [] },
    values: { entityId: 'C-1001', mediaType: 'IMAGE_FACE_IMAGE' },
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
    ...change,
  })

const nobody = { entityId: null, mediaType: null }
const dayMs = 86_400_000

const tableProblems = async (content: string) => {
  const problems = []
  async function* source() {
    yield Promise.resolve(Buffer.from(content))
  }
  const options = { indexPath: 'index.csv', settings: indexSchema.parse({}) }
  for await (const event of readTable(source(), options)) {
    if (event.kind === 'unreadable') problems.push(event.why)
    else problems.push(...event.rows.flatMap(({ problem }) => problem ?? []))
  }
  return problems
}

describe('in a German window', () => {
  let inWords: Awaited<ReturnType<typeof openGermanWindow>>
  const evidence = (findings: readonly Finding[]) => findings.map((each) => inWords(each.evidence, each.said))

  beforeAll(async () => {
    inWords = await openGermanWindow()
  })

  afterAll(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  it('what is wrong with a file is German', async () => {
    expect(evidence(await inspected('a.jpg', ''))).toEqual(['Sie hat 0 Bytes.'])
    expect(evidence(await inspected('a.jpg', Buffer.alloc(50)))).toEqual(['Sie enthält nichts als Nullen.'])
    expect(evidence(await inspected('a.txt', '<html>'))).toEqual([
      'Endet auf .txt, ist aber eine Webseite (HTML).',
    ])
    expect(evidence(await inspected('a.pdf', '%PDF-1.4\nno end'))).toEqual([
      'Das Dokument bricht ab: Sein Ende fehlt.',
    ])
    expect(evidence(await inspected('a.doc', 'x'.repeat(1_500)))).toEqual([
      '1,5 kB (1.500 Bytes); die Grenze liegt bei 1 kB (1.000 Bytes).',
      'Endet auf .doc, ist aber reiner Text.',
    ])
  })

  it('what a system says is German, also where nothing but its code was kept', () => {
    expect(inWords('ENOENT', undefined)).toBe('Dort ist nichts (ENOENT).')
    expect(inWords('EPROTO', null)).toBe('Das System verweigerte es (EPROTO).')
    expect(inWords('Eingang', undefined)).toBe('Eingang')
  })

  it('why no rule reads a name is German', () => {
    const reading = readName(rules, 'brief.jpg')
    expect(evidence(judged({ values: nobody, reading }))).toEqual([
      'Regel „Flach“: In „brief“ kommt kein „_“ vor. Regel „Tief“: Sie braucht einen Ordner innerhalb des überwachten, und die Datei liegt in keinem.',
    ])
    const { verdicts } = explainName(rules, 'C-1001_brief.jpg', undefined, definition.rules)
    expect(verdicts.map((each) => (each.kind === 'matched' ? '' : inWords(each.words, each.said)))).toEqual([
      '„brief“ ist kein Name eines Medientyps, den Intray kennt.',
      'Sie braucht einen Ordner innerhalb des überwachten, und die Datei liegt in keinem.',
      'Sie ist ausgeschaltet.',
      'Sie hat einen Fehler: Zwischen {entity_id} und {media_type} muss etwas stehen.',
    ])
  })

  it('what is wrong with values, and what other files say, is German', () => {
    const checked = {
      entityId: 'C-1001',
      result: 'unknown',
      checkedAtMs: Date.UTC(2026, 10, 23, 14, 2),
    } as const
    expect(
      evidence(
        judged({
          inspection: { family: 'txt', findings: [] },
          entityCheck: checked,
          knownMediaType: false,
          duplicates: {
            sameEntity: [1, 2],
            otherEntity: [{ itemId: 3, entityId: 'C-2' }],
            rejected: [{ itemId: 4, reason: null }],
          },
          earlierAtPath: { itemId: 5, entityId: 'C-3', state: 'uploaded' },
          otherSide: { missing: 'back', waitedMs: 2 * dayMs },
          entityCount: { count: 1_200, withinMs: dayMs },
          rescanOf: 6,
        }),
      ),
    ).toEqual([
      'So sagte es der Endpunkt am 23.11.2026, 14:02 UTC.',
      '„IMAGE_FACE_IMAGE“ ist nicht dokumentiert und keiner der Medientypen unter Regeln.',
      'Die Art der Datei ist „Text“; für „Gesichtsbild“ wird ein Bild oder ein PDF erwartet.',
      'Derselbe Inhalt: Datei 1 und Datei 2.',
      'Derselbe Inhalt: Datei 3 (Entität „C-2“).',
      'Derselbe Inhalt: Datei 4.',
      'Datei 5 hieß so (Entität „C-3“, Zustand „Hochgeladen“).',
      'Die Rückseite kam nicht innerhalb von 2 Tagen.',
      '1.200 Dateien für „C-1001“ innerhalb von 1 Tag.',
      'Er ersetzt Datei 6.',
    ])
  })

  it('what is wrong with an index file is German', async () => {
    expect((await tableProblems('')).map((each) => inWords(each.words, each.said))).toEqual(['Sie ist leer.'])
    const problems = await tableProblems('file;entity;side\n;1;back\na.jpg;;\nb.jpg;1;links\n')
    const malformed = {
      count: 12,
      rows: problems.map((problem, at) => ({ rowNumber: at + 2, file: at === 0 ? '' : 'b.jpg', problem })),
    }
    const none = { count: 0, rows: [] }
    const found = judgeIndexFile({
      kind: 'table',
      overdue: none,
      malformed,
      changedAfterUse: none,
      unreadable: null,
    })
    expect(evidence(found)).toEqual([
      'Zeile 2: keine Datei genannt: Sie nennt keine Datei.; Zeile 3: „b.jpg“: Sie hat keine Entitäts-ID.; Zeile 4: „b.jpg“: „links“ ist weder die Vorder- noch die Rückseite.; und 9 weitere.',
    ])
  })

  it('a finding survives being kept as JSON', () => {
    const kept = JSON.parse(JSON.stringify([finding('damaged', say('picture_without_end'))])) as Finding[]
    expect(evidence(kept)).toEqual(['Das Bild bricht ab: Sein Ende fehlt.'])
  })

  it('what an older Intray wrote stays as it was written', () => {
    expect(
      evidence([{ code: 'damaged', severity: 'block', evidence: 'The document has no header.' }]),
    ).toEqual(['The document has no header.'])
  })
})
