/** Rows of numbers and SHA-256 digests, in the ascending order of their first numbers. */
export interface DigestRows<Name extends string, Digest extends string> {
  count(): number
  /** `digests` are hexadecimal; null for one that is like no other. */
  append(numbers: Readonly<Record<Name, number>>, digests: Readonly<Record<Digest, string | null>>): void
  numberAt(row: number, name: Name): number
  setNumber(row: number, name: Name, value: number): void
  /** Hexadecimal. */
  digestAt(row: number, name: Digest): string
  /** The first row whose first numbers are `key` or come after it; the count of rows where there is none. */
  firstFrom(key: readonly number[]): number
  /** The row whose first numbers are `key`; null where there is none. */
  find(key: readonly number[]): number | null
  /** Forgets all rows but the first ones. */
  cutTo(count: number): void
}

const digestBytes = 32
const firstCapacity = 256

/**
 * Keeps rows outside of JavaScript's heap, in about a hundred bytes each where objects take five times as much.
 * The caller appends them in their order.
 */
export function createDigestRows<Name extends string, Digest extends string>(
  names: readonly Name[],
  digestNames: readonly Digest[],
): DigestRows<Name, Digest> {
  const rowBytes = digestNames.length * digestBytes
  let numbers = new Float64Array(firstCapacity * names.length)
  let digests = Buffer.alloc(firstCapacity * rowBytes)
  let count = 0

  const grow = (): void => {
    const more = new Float64Array(numbers.length * 2)
    more.set(numbers)
    numbers = more
    digests = Buffer.concat([digests], digests.length * 2)
  }
  const placeOf = (row: number, name: Name): number => row * names.length + names.indexOf(name)
  const digestPlaceOf = (row: number, name: Digest): number =>
    row * rowBytes + digestNames.indexOf(name) * digestBytes

  /** Negative where the row comes before the key. */
  const compare = (row: number, key: readonly number[]): number => {
    for (const [column, value] of key.entries()) {
      const difference = (numbers[row * names.length + column] ?? 0) - value
      if (difference !== 0) return difference
    }
    return 0
  }

  const firstFrom = (key: readonly number[]): number => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare(middle, key) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    count: () => count,
    append(values, hashes) {
      if (count * names.length === numbers.length) grow()
      for (const name of names) numbers[placeOf(count, name)] = values[name]
      for (const name of digestNames) {
        const place = digestPlaceOf(count, name)
        // No text is known whose SHA-256 is nothing but zeros.
        digests.fill(0, place, place + digestBytes)
        digests.write(hashes[name] ?? '', place, 'hex')
      }
      count += 1
    },
    numberAt: (row, name) => numbers[placeOf(row, name)] ?? NaN,
    setNumber(row, name, value) {
      numbers[placeOf(row, name)] = value
    },
    digestAt(row, name) {
      const place = digestPlaceOf(row, name)
      return digests.toString('hex', place, place + digestBytes)
    },
    firstFrom,
    find(key) {
      const row = firstFrom(key)
      return row < count && compare(row, key) === 0 ? row : null
    },
    cutTo(fewer) {
      count = fewer
    },
  }
}
