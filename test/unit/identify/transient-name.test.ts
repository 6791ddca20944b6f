import { describe, expect, it } from 'vitest'
import { transientReason } from '../../../electron/engine/identify/exclusion/transient-name.ts'

describe('transientReason', () => {
  it.each([
    [
      'card.jpg.part',
      'Names in “.part” belong to files that a browser, a sync program or a file transfer has not finished.',
    ],
    ['CARD.JPG.PARTIAL', 'Names in “.partial” belong to files that a download or a copy has not finished.'],
    ['card.jpg.crdownload', 'Names in “.crdownload” belong to files that Chrome or Edge has not finished.'],
    ['card.download', 'Names in “.download” belong to files that Safari has not finished.'],
    [
      'card.jpg.filepart',
      'Names in “.filepart” belong to files that a file transfer (WinSCP) has not finished.',
    ],
    ['~WRL0001.tmp', 'Names in “.tmp” belong to files that a program has not finished.'],
    ['~card.jpg', 'A name that begins with “~” belongs to a file that a program is saving.'],
    ['card.jpg~', 'A name that ends in “~” belongs to a file that a program is saving.'],
    ['.card.jpg.aB3dE9', 'rsync has not finished copying this file.'],
  ])('%s waits', (name, words) => {
    expect(transientReason(name)?.words).toBe(words)
  })

  it.each([
    'card.jpg',
    'part',
    '.part',
    'party.jpg',
    'my.parts',
    '~',
    '~$letter.docx',
    '.config.backup',
    '.card.jpg',
    'a~b.jpg',
  ])('%s does not', (name) => {
    expect(transientReason(name)).toBeNull()
  })

  it('is not kept busy by a long name', () => {
    const startedAt = performance.now()
    expect(transientReason(`.${'a.'.repeat(500_000)}`)).toBeNull()
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})
