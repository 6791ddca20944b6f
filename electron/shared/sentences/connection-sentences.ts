import { countInWords } from './english-wording.ts'
import type { Words } from './told.ts'

/** Who decided on the way to the endpoint. */
export type WayBy = 'setting' | 'system' | 'environment'

interface Way {
  readonly by: WayBy
}

/** What the test of a connection showed. */
export const connectionSentences = {
  address_is: ({ origin }: { origin: string }) => `The address is ${origin}.`,
  way_on_this_computer: 'Directly: it is on this computer.',
  way_taken: ({ by, proxy }: Way & { proxy: string | null }) =>
    `${proxy === null ? 'Directly' : `By the proxy ${proxy}`}, as the ${by} says.`,
  way_of_unusable_proxy: ({ by, proxy }: Way & { proxy: string }) =>
    `The ${by} names the proxy ${proxy}, of a kind that Intray cannot use. Set an http proxy in the connection’s settings.`,
  trust_own_alone: 'Only the authorities that Intray brings are trusted.',
  trust_unreadable: 'The authorities of the system cannot be read here.',
  trust_of_system: ({ count }: { count: number }) =>
    count === 1
      ? 'One authority of the system is trusted too.'
      : `${countInWords(count)} authorities of the system are trusted too.`,
  host_answers: ({ host }: { host: string }) => `${host} answers.`,
  host_is_not_the_endpoint: ({ host, status }: { host: string; status: number }) =>
    `${host} answers, but not as the endpoint does (${String(status)}). Check the base URL.`,
  it_said: ({ words }: { words: Words }) => `It said: ${words}`,
  key_accepted: 'The key was accepted.',
  key_not_entered: 'There is no key yet. Enter it.',
  key_not_accepted: 'The key was not accepted (401). A key works in one environment only: check both.',
  key_may_not_read:
    'The key may not read entities here (403). It may lack the permission, or belong to another organisation.',
  key_untried_too_fast:
    'The endpoint asks Intray to slow down (429), so the key was not tried. Try again in a moment.',
  key_untried_busy: 'The endpoint is busy (423), so the key was not tried. Try again in a moment.',
  key_untried_broken: 'The endpoint has an internal error, so the key was not tried. Try again later.',
  organisation_asked: ({ name }: { name: string }) =>
    `The endpoint looked for a test entity in “${name}”. A misspelt name may get the same answer: compare it.`,
}
