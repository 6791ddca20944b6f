/**
 * @typedef {object} Scan one file of the practice folder, how to make it, and what Intray should make of it
 * @property {string} path inside the practice folder, with `/`
 * @property {string} family the endpoint's family, or `none`
 * @property {string} [entityId] what the shipped rules read from the name
 * @property {string} [mediaType]
 * @property {'ready' | 'held' | 'ignored'} outcome
 * @property {'intake' | 'upload'} [heldAt] when it is held
 * @property {string} [code] the finding's or the refusal's code, or the ignore pattern
 * @property {'block' | 'warn'} [severity]
 * @property {string} [sameBytesAs]
 * @property {string} why
 * @property {(made: (path: string) => Buffer) => Buffer} make `made` gives a file that stands earlier in the list
 */

/** A scan that nothing is wrong with. */
export const ready = (scan) => ({ outcome: 'ready', ...scan })

/** A scan that a finding holds back before anything is sent. */
export const held = (scan) => ({ outcome: 'held', heldAt: 'intake', severity: 'block', ...scan })
