import { say } from '../../../shared/sentences/say.ts'
import { sidecarProblem } from './sidecar-entries.ts'
import type { SidecarContent, SidecarEntry } from './sidecar-entries.ts'

const pair = /^([^:=]+)[:=](.*)$/
/** Empty lines, remarks, and the headings of sections as in `.ini` files. */
const withoutValue = /^(?:$|[#;]|\/\/|\[[^\]]*\]$)/

/** Reads lines of `key: value` or `key=value`; whichever sign comes first divides. */
export function readTextSidecar(text: string): SidecarContent {
  const entries: SidecarEntry[] = []
  for (const [at, written] of text.split(/\r\n|\n|\r/).entries()) {
    const line = written.trim()
    if (withoutValue.test(line)) continue
    const [, key, value] = pair.exec(line) ?? []
    if (key === undefined || value === undefined) {
      return sidecarProblem(say('line_without_value', { line: at + 1 }))
    }
    entries.push({ group: null, key: key.trim(), value: value.trim() })
  }
  return { kind: 'entries', entries }
}
