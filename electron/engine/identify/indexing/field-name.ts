import { fieldNamePattern, reservedFieldNames } from '../../../shared/rules.ts'

/** What settings call columns. A further value of such a name could not be told from them. */
const columnWords = new Set(['file', 'side', 'ignore'])

const germanLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
const maxLength = 40

/**
 * Further values get the names of their columns, made fit for custom data: `Größe (cm)` is `groesse_cm`. Names that
 * the endpoint or Intray uses itself, and names that are there already, get an ending.
 */
export class FieldNames {
  readonly #taken = new Set<string>()

  /** @param position of the column, from 1; it is the name where the heading has no letter that fits */
  nameOf(heading: string, position: number): string {
    const plain = simplify(heading)
    const base = fieldNamePattern.test(plain)
      ? plain
      : `column_${plain === '' ? position : plain}`.slice(0, maxLength)
    const free = isReserved(base) ? withEnding(base, '_value') : base
    let name = free
    for (let count = 2; this.#taken.has(name); count += 1) name = withEnding(free, `_${count}`)
    this.#taken.add(name)
    return name
  }
}

function simplify(heading: string): string {
  return heading
    .slice(0, 500)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => germanLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, maxLength)
    .replace(/^_+|_+$/g, '')
}

function isReserved(name: string): boolean {
  return reservedFieldNames.has(name) || columnWords.has(name)
}

function withEnding(name: string, ending: string): string {
  return name.slice(0, maxLength - ending.length) + ending
}
