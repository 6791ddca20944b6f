/** The value at a path like `folders.0.path`; undefined where there is none. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root
  for (const segment of path === '' ? [] : path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.entries(value).find(([name]) => name === segment)?.[1]
  }
  return value
}
