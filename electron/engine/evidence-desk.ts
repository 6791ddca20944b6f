import type { Handlers } from '../shared/contract.ts'
import type { BundleCheck } from './bundle-check.ts'
import { writeEvidence } from './evidence/evidence-writing.ts'
import type { Session } from './session.ts'

export interface EvidenceDeskOptions {
  readonly version: string
  session(): Promise<Session>
  /** Who asks. */
  actor(): Promise<string>
  now(): number
  readonly bundleCheck: BundleCheck
}

/** The most anchors that are listed: thirty years of them. */
const anchorsListed = 10_000

type EvidenceCall =
  | 'evidence.write'
  | 'evidence.verify'
  | 'evidence.cancelCheck'
  | 'ledger.anchor'
  | 'ledger.anchors'
  | 'retention.preview'
  | 'retention.run'
  | 'reports.get'

/** The auditor's calls: evidence, anchors, erasure and reports. */
export function createEvidenceDesk({
  version,
  session,
  actor,
  now,
  bundleCheck,
}: EvidenceDeskOptions): Pick<Handlers<'engine' | 'engine_private'>, EvidenceCall> {
  return {
    'evidence.write': async ({ path, selection, format, delimiter }) =>
      writeEvidence((await session()).ledger, {
        path,
        selection,
        format,
        delimiter,
        actor: await actor(),
        intrayVersion: version,
        now,
      }),
    'evidence.verify': async ({ path }) =>
      bundleCheck.run(path, (await session()).settings.ledger.anchorFile),
    'evidence.cancelCheck': () => {
      bundleCheck.cancel()
      return Promise.resolve(null)
    },
    'ledger.anchor': async () => (await session()).anchoring.anchorNow(),
    'ledger.anchors': async () => ({ anchors: await (await session()).ledger.listAnchors(anchorsListed) }),
    'retention.preview': async () => (await session()).retention.preview(),
    'retention.run': async () => (await session()).retention.run(),
    'reports.get': async (input) => (await session()).ledger.report(input),
  }
}
