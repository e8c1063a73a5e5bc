/** A value as data: what a test can be written from. Written by repository code, so read with care. */
export type Described = { t: string; [key: string]: unknown }

const maxItems = 200
const maxText = 4_000
const maxDepth = 8

/** Describes any value without calling the repository's code where that can be avoided. */
export function describe(value: unknown, depth = 0, above: readonly unknown[] = []): Described {
  switch (typeof value) {
    case 'undefined':
      return { t: 'undefined' }
    case 'boolean':
      return { t: 'boolean', v: value }
    case 'number':
      if (Number.isNaN(value)) return { t: 'nan' }
      if (Object.is(value, -0)) return { t: '-0' }
      return Number.isFinite(value) ? { t: 'number', v: value } : { t: value > 0 ? 'inf' : '-inf' }
    case 'string':
      return value.length > maxText ? { t: 'large' } : { t: 'string', v: value }
    case 'bigint':
      return { t: 'bigint', v: String(value).slice(0, maxText) }
    case 'symbol':
      return { t: 'symbol' }
    case 'function':
      return { t: 'function' }
    default:
      return value === null ? { t: 'null' } : describeObject(value as object, depth, above)
  }
}

function describeObject(value: object, depth: number, above: readonly unknown[]): Described {
  if (above.includes(value)) return { t: 'cycle' }
  if (depth > maxDepth) return { t: 'large' }
  const inner = (item: unknown) => describe(item, depth + 1, [...above, value])
  if (Array.isArray(value)) {
    if (value.length > maxItems) return { t: 'large' }
    return { t: 'array', items: Array.from(value, (item, at) => (at in value ? inner(item) : { t: 'hole' })) }
  }
  if (value instanceof Date)
    return { t: 'date', v: Number.isNaN(value.getTime()) ? null : value.toISOString() }
  if (value instanceof RegExp) return { t: 'regexp', s: value.source, f: value.flags }
  if (value instanceof Error)
    return { t: 'error', class: classOf(value), message: String(value.message).slice(0, maxText) }
  if (value instanceof Map)
    return value.size > maxItems
      ? { t: 'large' }
      : { t: 'map', entries: [...value].map(([key, item]) => [inner(key), inner(item)]) }
  if (value instanceof Set)
    return value.size > maxItems ? { t: 'large' } : { t: 'set', items: [...value].map(inner) }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const items = Array.from(value as unknown as ArrayLike<unknown>)
    return items.length > maxItems
      ? { t: 'large' }
      : { t: 'typed', class: classOf(value), items: items.map(inner) }
  }
  return describeShape(value, inner)
}

function describeShape(value: object, inner: (item: unknown) => Described): Described {
  if (value instanceof Promise) return { t: 'promise' }
  const prototype: unknown = Object.getPrototypeOf(value)
  const keys = Object.keys(value)
  if (keys.length > maxItems) return { t: 'large' }
  const entries = keys.map((key) => [key, inner((value as Record<string, unknown>)[key])])
  if (prototype === null) return { t: 'object', bare: true, entries }
  if (prototype === Object.prototype) return { t: 'object', bare: false, entries }
  return { t: 'instance', class: classOf(value), entries }
}

/** Collects what a generator or iterator yields; null when it does not end soon. */
export function describeIterator(value: unknown): Described | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const iterator = value as Iterator<unknown> & Iterable<unknown>
  if (typeof iterator.next !== 'function' || typeof iterator[Symbol.iterator] !== 'function') return null
  const items: Described[] = []
  for (let step = iterator.next(); !step.done; step = iterator.next()) {
    if (items.length >= maxItems) return { t: 'large' }
    items.push(describe(step.value))
  }
  return { t: 'iterator', items }
}

export function classOf(value: object): string {
  const maker = value.constructor
  return typeof maker === 'function' && /^[\w$]{1,80}$/.test(maker.name) ? maker.name : 'Object'
}
