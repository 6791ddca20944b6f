/** A set of characters of a regular expression. */
export interface CharacterClass {
  readonly digits: boolean
  readonly letters: boolean
  /** Other characters: some, or all but some. */
  readonly others: { readonly only: string } | { readonly except: string }
}

/** Every character but these, which are neither letters nor digits. */
export function anythingBut(characters: string): CharacterClass {
  return { digits: true, letters: true, others: { except: characters } }
}

/** The smallest class that holds all the texts: digits, letters or both, and what else stands in them. */
export function classOf(texts: readonly string[]): CharacterClass {
  const all = texts.join('')
  const only = [...new Set(all.match(/[^\p{L}\p{M}0-9]/gu) ?? [])].join('')
  return { digits: /[0-9]/.test(all), letters: /[\p{L}\p{M}]/u.test(all), others: { only } }
}

export function includesCharacter({ digits, letters, others }: CharacterClass, character: string): boolean {
  if (/[0-9]/.test(character)) return digits
  if (/[\p{L}\p{M}]/u.test(character)) return letters
  return 'only' in others ? others.only.includes(character) : !others.except.includes(character)
}

export function areDisjoint(a: CharacterClass, b: CharacterClass): boolean {
  if ((a.digits && b.digits) || (a.letters && b.letters)) return false
  if ('only' in a.others) return [...a.others.only].every((character) => !includesCharacter(b, character))
  return 'only' in b.others && [...b.others.only].every((character) => !includesCharacter(a, character))
}

/** One character of the class, in RE2's syntax. */
export function writeClass({ digits, letters, others }: CharacterClass): string {
  if ('except' in others) return others.except === '' ? '.' : `[^${escapeInClass(others.except)}]`
  return `[${digits ? '0-9' : ''}${letters ? '\\p{L}\\p{M}' : ''}${escapeInClass(others.only)}]`
}

function escapeInClass(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&')
}
