import { styleText } from 'node:util'
import type { ReadField } from '../../../shared/readings.ts'
import { nonEmpty } from '../invocation.ts'

export type Paint = (text: string) => string

type Style = Parameters<typeof styleText>[0]

/** Chooses how the characters of a field stand out. */
export type PaintOf = (field: ReadField | 'stop') => Paint

const styles: Readonly<Record<string, Style>> = {
  entity_id: ['bold', 'cyan'],
  media_type: ['bold', 'green'],
  side: ['bold', 'yellow'],
  date: ['bold', 'blue'],
  stop: ['bold', 'red'],
}

/** As much of a host as decides about colours. */
interface ColourHost {
  readonly stdout: { readonly isTTY?: boolean }
  readonly environment: NodeJS.ProcessEnv
}

/** Colours for a terminal that takes them, unless the person does not want any (NO_COLOR, see no-color.org). */
export function coloursFor({ stdout, environment }: ColourHost): PaintOf {
  const wanted =
    stdout.isTTY === true && nonEmpty(environment['NO_COLOR']) === undefined && environment['TERM'] !== 'dumb'
  return (field) => (text) =>
    wanted ? styleText(styles[field] ?? ['bold', 'magenta'], text, { validateStream: false }) : text
}
