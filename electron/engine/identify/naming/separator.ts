/** What `{sep}` stands for: spaces, dashes, low lines, dots and what else people put between the parts of a name. */
const isSeparatorCode = byCode(/[\s\p{Pd}\p{Pc}.,;~+]/u)

/** What names of media types and sides may hold anywhere: `aliasKey` leaves it out. */
const isIgnoredCode = byCode(/[\s\-_.]/u)

/** True where only a separator stands in a text. */
export function isSeparatorAt(text: string, at: number): boolean {
  return isSeparatorCode(text.charCodeAt(at))
}

/** True where a text has a character that does not count in names of media types. */
export function isIgnoredAt(text: string, at: number): boolean {
  return isIgnoredCode(text.charCodeAt(at))
}

/** The same as a class of characters, for single UTF-16 units and much faster. Past the end of a text it is false. */
function byCode(pattern: RegExp): (code: number) => boolean {
  const table = new Uint8Array(0x10000)
  for (let code = 0; code < table.length; code += 1)
    table[code] = pattern.test(String.fromCharCode(code)) ? 1 : 0
  return (code) => table[code] === 1
}
