import { proposalSteps } from '../../../../electron/engine/identify/teaching/proposal.ts'
import type { Teaching } from '../../../../electron/engine/identify/teaching/proposal.ts'
import type { RulesProposal } from '../../../../electron/shared/readings.ts'

/** Proposals without a pause: nobody else waits for the process. */
export function proposeAtOnce(teaching: Teaching): RulesProposal[] {
  const steps = proposalSteps(teaching)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
