import { type CodeStyle, quoted } from '../project/code_style.ts'
import type { Described } from './described.ts'

/** Source of an expression that equals a recorded value; the value must be writable. */
export function valueCode(value: Described, style: CodeStyle): string {
  const inner = (item: Described) => valueCode(item, style)
  switch (value.t) {
    case 'nan':
      return 'NaN'
    case 'inf':
      return 'Infinity'
    case '-inf':
      return '-Infinity'
    case 'boolean':
    case 'number':
      return String(value.v)
    case 'string':
      return quoted(value.v, style)
    case 'bigint':
      return `${value.v}n`
    case 'date':
      return value.v === null ? 'new Date(NaN)' : `new Date(${quoted(value.v, style)})`
    case 'regexp':
      return `new RegExp(${[value.s, ...(value.f ? [value.f] : [])].map((part) => quoted(part, style)).join(', ')})`
    case 'array':
    case 'iterator':
      return `[${value.items.map(inner).join(', ')}]`
    case 'set':
      return value.items.length === 0 ? 'new Set()' : `new Set([${value.items.map(inner).join(', ')}])`
    case 'typed':
      return `new ${value.class}([${value.items.map(inner).join(', ')}])`
    case 'map':
      return value.entries.length === 0
        ? 'new Map()'
        : `new Map([${value.entries.map(([key, item]) => `[${inner(key)}, ${inner(item)}]`).join(', ')}])`
    case 'object':
      return value.bare
        ? `Object.assign(Object.create(null), ${objectCode(value.entries, style)})`
        : objectCode(value.entries, style)
    default:
      return value.t
  }
}

/** An object literal. `__proto__` is computed, else it would set the prototype. */
export function objectCode(entries: readonly (readonly [string, Described])[], style: CodeStyle): string {
  const members = entries.map(([key, value]) => `${keyCode(key, style)}: ${valueCode(value, style)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

function keyCode(key: string, style: CodeStyle): string {
  if (key === '__proto__') return `[${quoted(key, style)}]`
  return /^(?:[A-Za-z_$][\w$]*|0|[1-9]\d{0,14})$/.test(key) ? key : quoted(key, style)
}
