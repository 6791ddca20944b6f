/**
 * An id for something new, made from its name: lower case, digits and dashes, not among `taken`.
 * `Ausweise 2026` -> `ausweise-2026`, then `ausweise-2026-2`.
 */
export function newId(name: string, taken: readonly string[]): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
  const base = slug === '' ? 'new' : slug
  let id = base
  for (let count = 2; taken.includes(id); count += 1) id = `${base}-${count}`
  return id
}

/** The last segment of a path of any system. */
export function folderName(path: string): string {
  return path.split(/[/\\]+/).findLast((segment) => segment !== '') ?? ''
}
