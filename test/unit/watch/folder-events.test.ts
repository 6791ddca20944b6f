import { beforeEach, describe, expect, it, vi } from 'vitest'
import { watchDirectory } from '../../../electron/engine/watch/directory-events.ts'
import type { DirectoryEventsOptions } from '../../../electron/engine/watch/directory-events.ts'
import type { DirectoryChange } from '../../../electron/engine/watch/dirty-directories.ts'
import { layoutFor, startFolderEvents } from '../../../electron/engine/watch/folder-events.ts'
import type { FolderEventsOptions } from '../../../electron/engine/watch/folder-events.ts'
import { fakeTime } from './fake-time.ts'

vi.mock('../../../electron/engine/watch/directory-events.ts', () => ({ watchDirectory: vi.fn() }))

interface OpenedDirectory {
  readonly options: DirectoryEventsOptions
  isClosed: boolean
  becomeReady(): void
}

let opened: OpenedDirectory[] = []
let isReadyAtOnce = true

beforeEach(() => {
  opened = []
  isReadyAtOnce = true
  vi.mocked(watchDirectory).mockImplementation((options) => {
    let release: () => void = () => undefined
    const ready = new Promise<void>((resolve) => (release = resolve))
    if (isReadyAtOnce) release()
    const directory: OpenedDirectory = { options, isClosed: false, becomeReady: release }
    opened.push(directory)
    return {
      ready,
      close() {
        directory.isClosed = true
        release()
        return Promise.resolve()
      },
    }
  })
})

function eventsFixture(over: Partial<FolderEventsOptions> = {}) {
  const time = fakeTime()
  const changes: DirectoryChange[] = []
  const failures: string[] = []
  const events = startFolderEvents({
    root: '/scans',
    layout: 'each_directory',
    timers: time.timers,
    onChange: (change) => void changes.push(change),
    onRootGone: () => undefined,
    onFailure: ({ words }) => void failures.push(words),
    ...over,
  })
  return { time, changes, failures, events }
}

const systemError = (code: string) => Object.assign(new Error(code), { code })
const openPaths = () => opened.filter((one) => !one.isClosed).map((one) => one.options.path)

describe('the events of a folder', () => {
  it('opens one watch for each directory it is told of, once', async () => {
    const { events } = eventsFixture()
    for (const directory of ['', 'a', 'a/b', 'a', '']) await events.watch(directory)
    expect(openPaths()).toEqual(['/scans', '/scans/a', '/scans/a/b'])
  })

  it('opens a single watch where the system has one for the whole tree', async () => {
    const { events, changes } = eventsFixture({ layout: 'whole_tree' })
    for (const directory of ['', 'a', 'a/b']) await events.watch(directory)
    expect(openPaths()).toEqual(['/scans'])
    opened[0]?.options.onChange('a/b/c.jpg', 'entry')
    expect(changes).toEqual([{ directory: 'a/b', name: 'c.jpg', kind: 'entry' }])
    expect([layoutFor(true, 'win32'), layoutFor(false, 'win32'), layoutFor(true, 'linux')]).toEqual([
      'whole_tree',
      'each_directory',
      'each_directory',
    ])
  })

  it('forgets a directory with all below it, and opens it anew', async () => {
    const { events } = eventsFixture()
    for (const directory of ['', 'a', 'a/b', 'ab']) await events.watch(directory)
    await events.forget('a')
    expect(openPaths()).toEqual(['/scans', '/scans/ab'])
    await events.watch('a')
    expect(openPaths()).toEqual(['/scans', '/scans/ab', '/scans/a'])
  })

  it.each([
    ['ENOSPC', 'limit of watched folders'],
    ['EMFILE', 'limit of open files'],
    ['ENOSYS', 'does not report changes'],
  ])('gives up at %s, says so once, and releases everything', async (code, words) => {
    const { events, failures } = eventsFixture()
    await events.watch('')
    await events.watch('a')
    for (let n = 0; n < 100; n += 1) opened[n % 2]?.options.onError(systemError(code))
    await events.watch('b')
    expect(failures).toHaveLength(1)
    expect(failures[0]).toContain(words)
    expect(failures[0]).toContain(code)
    expect(openPaths()).toEqual([])
  })

  it('takes a directory that vanishes while it is opened for no failure', async () => {
    const { events, failures } = eventsFixture()
    await events.watch('a')
    opened[0]?.options.onError(systemError('ENOENT'))
    expect(failures).toEqual([])
  })

  it('holds a listing up for 2 s at most, and reports the directory when it is watched at last', async () => {
    isReadyAtOnce = false
    const { time, events, changes } = eventsFixture()
    let isUsable = false
    const first = events.watch('slow').then(() => (isUsable = true))
    await time.pass(1_999)
    expect(isUsable).toBe(false)
    await time.pass(1)
    await first
    await events.watch('slow-too')
    expect(changes).toEqual([])
    for (const directory of opened) directory.becomeReady()
    await time.pass(0)
    expect(changes.map((change) => [change.directory, change.name])).toEqual([
      ['slow', null],
      ['slow-too', null],
    ])
    expect(time.timerCount()).toBe(0)
  })

  it('opens at most 8 directories at the same time', async () => {
    isReadyAtOnce = false
    const { time, events } = eventsFixture()
    const watching = Array.from({ length: 20 }, (_, n) => events.watch(`d${n}`))
    await time.pass(0)
    expect(opened).toHaveLength(8)
    opened[0]?.becomeReady()
    await time.pass(0)
    expect(opened).toHaveLength(9)
    await events.stop()
    await Promise.all(watching)
    await time.pass(0)
    expect([opened.length, openPaths(), time.timerCount()]).toEqual([9, [], 0])
  })
})
