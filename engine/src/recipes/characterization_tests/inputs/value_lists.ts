/** One of each first, so that no member of a union is cut off. */
export function interleaved(lists: readonly string[][]): string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => (list[at] === undefined ? [] : [list[at]]))
  ).flat()
}

export function arrays(elements: readonly string[]): string[] {
  if (elements.length === 0) return ['[]']
  const [a, b = a, c = b] = elements
  const mixed = elements.length > 2 ? [`[${c}, ${a}, ${b}, ${a}]`] : []
  return [
    `[${[a, b, c].join(', ')}]`,
    '[]',
    `[${a}]`,
    ...mixed,
    `[${elements.slice(0, 6).reverse().join(', ')}]`,
  ]
}

/** The first of every column, then each column varied in turn. */
export function rows(columns: readonly string[][]): string[][] {
  if (columns.some(({ length }) => length === 0)) return []
  const base = columns.map(([first]) => first!)
  return [base, ...columns.flatMap((column, at) => column.slice(1, 4).map((value) => base.with(at, value)))]
}
