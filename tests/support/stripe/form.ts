/** Parameters as Stripe reads them: scalars are text. */
export type Params = { [name: string]: Value }
export type Value = string | Value[] | Params

const pathOf = (name: string) => name.split(/\[|\]\[|\]/).filter((part, i) => part !== '' || i === 0)

/** Reads `a[b][0]=c` as Stripe does. */
export function decodeForm(body: string): Params {
  const root: Params = {}
  for (const [name, value] of new URLSearchParams(body)) {
    const path = pathOf(name)
    let place = root as Record<string, Value>
    for (const part of path.slice(0, -1)) {
      place[part] ??= {}
      place = place[part] as Record<string, Value>
    }
    place[path.at(-1)!] = value
  }
  return listsIn(root) as Params
}

/** Objects whose keys count from 0 are lists. */
function listsIn(value: Value): Value {
  if (typeof value !== 'object' || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [key, listsIn(item)] as const)
  const isList = entries.length > 0 && entries.every(([key], i) => key === String(i))
  return isList ? entries.map(([, item]) => item) : Object.fromEntries(entries)
}

export const textOf = (params: Params, name: string) =>
  typeof params[name] === 'string' ? (params[name] as string) : undefined
export const numberOf = (params: Params, name: string) =>
  textOf(params, name) === undefined ? undefined : Number(textOf(params, name))
export const flagOf = (params: Params, name: string) =>
  textOf(params, name) === undefined ? undefined : textOf(params, name) === 'true'
export const listOf = (params: Params, name: string) => (Array.isArray(params[name]) ? params[name] : [])
export const partOf = (params: Params, name: string) => {
  const part = params[name]
  return typeof part === 'object' && !Array.isArray(part) ? part : {}
}
export const metadataOf = (params: Params, before: Record<string, string> = {}) =>
  ({ ...before, ...partOf(params, 'metadata') }) as Record<string, string>
