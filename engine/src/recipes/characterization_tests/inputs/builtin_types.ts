import type { Node } from '../../syntax/parse.ts'
import type { TypePlace, TypeValues } from './contract.ts'
import { objectValues } from './object_types.ts'
import { arrays, rows } from './value_lists.ts'

type Reference = Extract<Node, { type: 'TSTypeReference' }>

/** Values of a type the language itself knows; null for a name that is declared in the code. */
export function builtinValues(values: TypeValues, type: Reference, place: TypePlace): string[] | null {
  if (type.typeName.type !== 'Identifier') return null
  const { name } = type.typeName
  if (place.parameters.has(name) || place.module.scopes.root.names.has(name)) return null
  const [first, second] = type.typeArguments?.params ?? []
  const of = (argument: Node | undefined) => (argument ? values.of(argument, place) : ['1', '2', '3'])
  switch (name) {
    case 'Array':
    case 'ReadonlyArray':
      return arrays(of(first))
    case 'Iterable':
      return [...arrays(of(first)).slice(0, 3), `new Set(${arrays(of(first))[0]})`]
    case 'Set':
    case 'ReadonlySet':
      return arrays(of(first))
        .slice(0, 3)
        .map((list) => `new Set(${list})`)
    case 'Map':
    case 'ReadonlyMap':
      return maps(of(first), of(second))
    case 'Date':
      return [
        "'2024-02-29T10:30:00.000Z'",
        '0',
        "'2023-12-31T23:59:59.999Z'",
        "'2024-01-01T00:00:00.000Z'",
        'NaN',
      ].map((value) => `new Date(${unified(values, value)})`)
    case 'RegExp':
      return ['/a/', '/a/g', '/^$/']
    case 'Error':
      return ["new Error('boom')"]
    case 'URL':
      return ["new URL('https://example.com/path?query=1#hash')"]
    case 'Uint8Array':
      return ['new Uint8Array([1, 2, 255])', 'new Uint8Array()']
    case 'Function':
      return ['(value) => value']
    case 'Promise':
    case 'PromiseLike':
      return of(first)
        .slice(0, 3)
        .map((value) => `Promise.resolve(${value})`)
    case 'PropertyKey':
      return [values.text('a'), '1']
    case 'Readonly':
    case 'NonNullable':
    case 'Awaited':
      return of(first)
    case 'Exclude':
    case 'Extract':
      return narrowed(of(first), of(second), name === 'Exclude')
    case 'Partial':
    case 'Required':
    case 'Pick':
    case 'Omit':
    case 'Record':
      return objectValues(values, type, place)
    default:
      return null
  }
}

function unified(values: TypeValues, code: string): string {
  return code.startsWith("'") ? values.text(code.slice(1, -1)) : code
}

function maps(keys: readonly string[], items: readonly string[]): string[] {
  const entries = rows([[...keys], [...items]])
    .slice(0, 2)
    .map((row) => `[${row.join(', ')}]`)
  return [`new Map([${entries.join(', ')}])`, 'new Map()']
}

function narrowed(all: readonly string[], some: readonly string[], without: boolean): string[] {
  return all.filter((value) => some.includes(value) !== without)
}
