import { describe, expect, it } from 'vitest'
import { decideRoute } from '../../../electron/engine/identify/judgement/route.ts'
import type { Finding } from '../../../electron/shared/finding-codes.ts'

const info: Finding = {
  code: 'extension_mismatch',
  severity: 'info',
  evidence: 'Named .mov, is an MP4 video.',
}
const warn: Finding = { ...info, severity: 'warn' }
const block: Finding = { code: 'damaged', severity: 'block', evidence: 'It breaks off.' }

describe('decideRoute', () => {
  it.each([
    ['review_everything', [], 'awaiting_review'],
    ['review_everything', [info], 'awaiting_review'],
    ['review_everything', [warn], 'awaiting_review'],
    ['review_everything', [warn, block], 'needs_attention'],
    ['review_exceptions', [], 'approved'],
    ['review_exceptions', [info], 'awaiting_review'],
    ['review_exceptions', [warn], 'awaiting_review'],
    ['review_exceptions', [block], 'needs_attention'],
    ['upload_when_certain', [], 'approved'],
    ['upload_when_certain', [info], 'approved'],
    ['upload_when_certain', [info, warn], 'awaiting_review'],
    ['upload_when_certain', [info, block], 'needs_attention'],
  ] as const)('%s with %j goes to %s', (policy, findings, route) => {
    expect(decideRoute(findings, policy, null)).toBe(route)
    // Whoever would have to look at it anyway can look at once.
    expect(decideRoute(findings, policy, 'other_side')).toBe(route === 'approved' ? 'identified' : route)
    expect(decideRoute(findings, policy, 'index_row')).toBe('identified')
  })
})
