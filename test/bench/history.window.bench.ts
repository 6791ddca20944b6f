import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { dataFolder } from '../../electron/engine/data-folder.ts'
import { openIntray } from '../e2e/support/intray-window.ts'
import { compare } from './measure/bench-report.ts'
import { runBenchmark, tell } from './measure/bench-run.ts'
import { openLargeHistory, rareOperator, rareWord } from './measure/large-history.ts'
import { openList, scrollToRow, searchUntilShown, timesOf } from './window/frames.ts'

const openings = 5
const scrolledRows = 10_000
const repetitions = 3
/** In a smaller ledger the newest file is the answer to one of the searches. */
const fewestFiles = 600
const listLabel = 'Files, newest first'

/** What people search for, of every kind. The newest file answers to none of them, so that it is seen when they are answered. */
const searches: readonly string[] = [
  'entity:cust-100100',
  'entity:cust-1001*',
  'type:SIGNATURE',
  `operator:${rareOperator}`,
  'state:rejected',
  'state:superseded finding:duplicate_same_entity',
  rareWord.slice(0, 3),
  'batch-7',
  'is:corrected -station-1',
  'hash:abcdef',
]

// The history of a large ledger in the real window: how soon it opens, how it scrolls, and how soon a search shows what
// it found. The reference is the same with a small ledger.
await runBenchmark('history.window', async ({ folder, scaled }) => {
  const large = await measure(join(folder, 'large'), Math.max(scaled(1_000_000), fewestFiles))
  const small = await measure(join(folder, 'small'), Math.max(scaled(20_000), fewestFiles))
  const rows = ['open', 'search, until its first results', 'frame while scrolling'] as const
  return rows.map((name) =>
    compare(
      name,
      timesOf(`${large.count} files`, large[name]),
      timesOf(`${small.count} files`, small[name]),
      null,
    ),
  )
})

interface Measured {
  readonly count: number
  readonly open: readonly number[]
  readonly 'search, until its first results': readonly number[]
  readonly 'frame while scrolling': readonly number[]
}

async function measure(folder: string, count: number): Promise<Measured> {
  const ledgerFile = dataFolder(folder).ledgerFile('live', 'main')
  mkdirSync(join(ledgerFile, '..'), { recursive: true })
  const ledger = openLargeHistory(ledgerFile, count, Date.now())
  // As a ledger in use has it: its waiting files were read by the rules in force.
  await ledger.writeFact('rules_in_force', '1')
  ledger.close()
  tell(`${count} files are in the ledger`)
  const settings = {
    mode: 'live',
    connection: { baseUrl: 'http://127.0.0.1:9/v1', organisation: 'bench' },
    // The ledger of another computer, whose folders are not here.
    folders: [{ id: 'inbox', path: join(folder, 'not-here') }],
  }
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings))
  const intray = await openIntray({ dataDir: folder })
  try {
    const { page } = intray
    const open: number[] = []
    for (let index = 0; index < openings; index += 1) {
      open.push(await openList(page, 'Control+4', 'Control+8'))
    }
    return {
      count,
      open,
      'search, until its first results': await search(page),
      'frame while scrolling': await scrollToRow(page, listLabel, Math.min(scrolledRows, count)),
    }
  } finally {
    await intray.app.close()
  }
}

async function search(page: Page): Promise<number[]> {
  const newest = await page.locator('[role="option"]').first().innerText()
  const times: number[] = []
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (const query of searches) {
      await page.keyboard.press('Control+f')
      times.push(await searchUntilShown(page, query))
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Delete')
      await page
        .locator('[role="option"]')
        .first()
        .filter({ hasText: newest.split('\n')[0] ?? '' })
        .waitFor()
    }
  }
  return times
}
