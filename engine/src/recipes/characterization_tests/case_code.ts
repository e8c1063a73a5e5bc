import type { TestStyle } from '../project/test_style.ts'
import { equals, throws } from '../test_code/assertions.ts'
import { type Described, isWritable } from '../test_code/described.ts'
import type { Line } from '../test_code/printer.ts'
import type { TestCase } from '../test_code/test_file.ts'
import { objectCode, valueCode } from '../test_code/value_code.ts'
import { type Callable, callCode } from './callables.ts'
import { nameOf } from './inputs/argument_lists.ts'
import { stableMessage } from './native_errors.ts'
import type { ChosenCase } from './state.ts'

/** The test of one recorded call. */
export function testCaseOf(
  chosen: ChosenCase,
  callable: Callable,
  local: string,
  style: TestStyle
): TestCase {
  const { names, setup } = namedArguments(chosen, callable, local)
  const call = callCode(callable, local, names)
  const isAsync = chosen.status === 'resolved' || chosen.status === 'rejected'
  const after = chosen.changed.flatMap((value, at) =>
    value && isWritable(value) ? [equals(names[at]!, value, style)] : []
  )
  return {
    title: titleOf(chosen, callable, local, style),
    isAsync,
    lines: [...setup, ...outcomeLines(chosen, call, isAsync, style), ...after],
  }
}

/** Arguments that the call changes get a name, so that the test can look at them afterwards. */
function namedArguments(
  { args, changed }: ChosenCase,
  callable: Callable,
  local: string
): { names: string[]; setup: string[] } {
  const taken = new Set([local, 'result', 'error', 'assert', 'expect', 't'])
  const setup: string[] = []
  const names = args.map((code, at) => {
    if (!changed[at]) return code
    const param = callable.params[at]
    const wanted =
      param?.type === 'Identifier' || param?.type === 'AssignmentPattern'
        ? nameOf(param)
        : `argument${at + 1}`
    const name =
      taken.has(wanted) || !/^[\w$]+$/.test(wanted) ? `${wanted.replace(/[^\w$]/g, '')}Value` : wanted
    taken.add(name)
    setup.push(`const ${name} = ${code}`)
    return name
  })
  return { names, setup }
}

function outcomeLines(
  { status, value }: ChosenCase,
  call: string,
  isAsync: boolean,
  style: TestStyle
): Line[] {
  if (value.t === 'error' && (status === 'threw' || status === 'rejected')) {
    return throws(call, value.class, stableMessage(value), status === 'rejected', style)
  }
  const waited = isAsync ? `await ${call}` : call
  if (value.t === 'function')
    return [equals(`typeof ${isAsync ? `(${waited})` : waited}`, { t: 'string', v: 'function' }, style)]
  if (value.t === 'iterator') return [equals(`[...${isAsync ? `(${waited})` : waited}]`, value, style)]
  if (value.t !== 'instance') return [equals(waited, value, style)]
  return [
    `const result = ${waited}`,
    equals('result.constructor.name', { t: 'string', v: value.class }, style),
    equals('{ ...result }', { t: 'object', bare: false, entries: value.entries }, style),
  ]
}

const verbs = { returned: 'returns', resolved: 'resolves to', threw: 'throws', rejected: 'rejects with' }

function titleOf(
  { status, value, args, changed }: ChosenCase,
  callable: Callable,
  local: string,
  style: TestStyle
): string {
  const changes = changed.some((item) => item !== null)
  const verb =
    changes && value.t === 'undefined'
      ? 'changes its arguments'
      : `${verbs[status]} ${shortValue(value, style)}`
  const { constructorParams, kind } = callable
  const code = args.slice(constructorParams).join(', ')
  const given = code !== '' ? ` for ${shortened(code, 60)}` : kind === 'getter' ? '' : ' without arguments'
  const made = shortened(`new ${local}(${args.slice(0, constructorParams).join(', ')})`, 40)
  const also = changes && value.t !== 'undefined' ? ' and changes its arguments' : ''
  return `${verb}${also}${given}${kind === 'method' || kind === 'getter' ? ` on ${made}` : ''}`
}

function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}

function shortValue(value: Described, { code }: TestStyle): string {
  if (value.t === 'error') return value.class
  if (value.t === 'instance') return `${value.class} ${shortened(objectCode(value.entries, code), 40)}`
  if (value.t === 'function') return 'a function'
  const text = valueCode(value, code)
  if (text.length <= 40 && !/\\[nrtu]/.test(text)) return text
  if (value.t === 'string') return `a text of ${value.v.length} characters`
  if ('items' in value) return `${value.items.length} items`
  return value.t === 'object'
    ? `an object with ${value.entries
        .map(([key]) => key)
        .slice(0, 4)
        .join(', ')}`
    : `a ${value.t}`
}
