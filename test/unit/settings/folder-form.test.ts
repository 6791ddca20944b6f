import { describe, expect, it } from 'vitest'
import { findingCodes, fixedSeverityCodes } from '../../../electron/shared/finding-codes.ts'
import { folderSchema } from '../../../electron/shared/settings/folder.ts'
import { columnProblems } from '../../../renderer/settings/form/column-problems.ts'
import { folderFormOf, folderOf } from '../../../renderer/settings/form/folder-form.ts'
import {
  changedSeverities,
  severityGroups,
  severityOf,
  withSeverity,
} from '../../../renderer/settings/form/severities.ts'

const folder = folderSchema.parse({ id: 'counter', path: '/srv/scans' })

describe('a folder in its fields', () => {
  it('comes back as it was', () => {
    expect(folderOf(folderFormOf(folder))).toEqual(folder)
  })

  it('loses the spaces around a pasted archive', () => {
    const form = { ...folderFormOf(folder), afterUpload: 'archive' as const, archivePath: ' /srv/archive\n' }
    expect(folderOf(form).archivePath).toBe('/srv/archive')
  })

  it('takes minutes, and a name with blanks for a further value', () => {
    const form = folderFormOf(folder)
    form.otherSideWait = '1,5'
    form.index.files = ' index.csv , , scans*.tsv,'
    form.index.columns = [
      { heading: ' Branch office ', meaning: 'value', name: 'Branch Office' },
      { heading: 'Page', meaning: 'ignore', name: 'left over' },
      { heading: '', meaning: 'file', name: '' },
    ]
    const { otherSideWaitMs, index } = folderOf(form)
    expect(otherSideWaitMs).toBe(90_000)
    expect(index.files).toEqual(['index.csv', 'scans*.tsv'])
    expect(index.columns).toEqual({ 'Branch office': 'branch_office', Page: 'ignore' })
    expect(folderSchema.safeParse(folderOf(form)).success).toBe(true)
  })

  it.each([
    ['a heading twice', ' Nr ', 'file', '', 'folders.0.index.columns.1.heading'],
    ['a value without a name', 'Branch', 'value', '', 'folders.0.index.columns.1.name'],
    ['a value with a name of the endpoint', 'Source', 'value', 'source', 'folders.0.index.columns.1.name'],
    ['a name without a heading', '', 'value', 'branch', 'folders.0.index.columns.1.heading'],
    ['a line that is not filled in yet', '', 'file', '', undefined],
  ] as const)('is looked at for %s', (_, heading, meaning, name, path) => {
    const form = folderFormOf(folder)
    form.index.columns = [
      { heading: 'Nr', meaning: 'entity_id', name: '' },
      { heading, meaning, name },
    ]
    expect(columnProblems([form]).map((problem) => problem.path)).toEqual(path === undefined ? [] : [path])
  })
})

describe('the severities of a folder', () => {
  it('hold only what differs from the catalogue, in its order', () => {
    const once = withSeverity({}, 'duplicate_rejected', 'info')
    const twice = withSeverity(once, 'picture_blank', 'block')
    expect(Object.keys(twice)).toEqual(['picture_blank', 'duplicate_rejected'])
    expect(withSeverity(twice, 'picture_blank', 'warn')).toEqual(once)
  })

  it('never touch a finding that is always held', () => {
    for (const code of fixedSeverityCodes) {
      expect(withSeverity({}, code, 'info')).toEqual({})
      expect(severityOf(changedSeverities({ [code]: 'info' }), code)).toBe('block')
    }
  })

  it('are shown for every finding once', () => {
    const shown = severityGroups().flatMap((group) => group.codes)
    expect(shown.toSorted()).toEqual([...findingCodes].toSorted())
  })
})
