import { quoted } from '../project/code_style.ts'
import type { TestStyle } from '../project/test_style.ts'
import type { Described } from './described.ts'
import type { Line } from './printer.ts'
import { valueCode } from './value_code.ts'

const builtinErrors = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'EvalError',
  'URIError',
  'AggregateError',
])

function isPlain({ t }: Described): boolean {
  return ['undefined', 'null', 'nan', '-0', 'inf', '-inf', 'boolean', 'number', 'string', 'bigint'].includes(
    t
  )
}

function hasUndefined(value: Described): boolean {
  if (value.t === 'undefined') return true
  if ('items' in value) return value.items.some(hasUndefined)
  return value.t === 'object' && value.entries.some(([, item]) => hasUndefined(item))
}

/** An assertion that an expression equals a writable value. */
export function equals(actual: string, value: Described, style: TestStyle): Line {
  const expected = valueCode(value, style.code)
  const plain = isPlain(value)
  switch (style.assertion) {
    case 'node':
      return { callee: plain ? 'assert.equal' : 'assert.deepEqual', args: [actual, expected] }
    case 'node-legacy':
      return { callee: plain ? 'assert.strictEqual' : 'assert.deepStrictEqual', args: [actual, expected] }
    case 'expect':
      return `expect(${actual}).${plain ? 'toBe' : hasUndefined(value) ? 'toStrictEqual' : 'toEqual'}(${expected})`
    case 'chai-expect':
      return `expect(${actual}).to.${plain && value.t !== 'nan' ? 'equal' : 'deep.equal'}(${expected})`
    case 'chai-assert':
    case 'japa':
      return {
        callee: plain && value.t !== 'nan' && value.t !== '-0' ? 'assert.strictEqual' : 'assert.deepEqual',
        args: [actual, expected],
      }
    case 'ava':
      return { callee: plain ? 't.is' : 't.deepEqual', args: [actual, expected] }
  }
}

/** An assertion that calling throws, or with `rejects` that the promise does. The message is null where it is V8's own. */
export function throws(
  call: string,
  name: string,
  message: string | null,
  rejects: boolean,
  style: TestStyle
): Line[] {
  const text = message === null ? null : quoted(message, style.code)
  const shape = `{ name: ${quoted(name, style.code)}${text === null ? '' : `, message: ${text}`} }`
  const type = builtinErrors.has(name) ? name : null
  switch (style.assertion) {
    case 'node':
    case 'node-legacy':
      return [
        {
          prefix: rejects ? 'await ' : '',
          callee: rejects ? 'assert.rejects' : 'assert.throws',
          args: [`() => ${call}`, shape],
        },
      ]
    case 'expect': {
      const subject = rejects ? `await expect(${call}).rejects` : `expect(() => ${call})`
      return [
        ...(type ? [`${subject}.toThrow(${type})`] : []),
        ...(text ? [`${subject}.toThrow(${text})`] : []),
      ]
    }
    case 'ava':
      return [
        {
          prefix: rejects ? 'await ' : '',
          callee: rejects ? 't.throwsAsync' : 't.throws',
          args: [`() => ${call}`, shape],
        },
      ]
    case 'japa':
      return [
        {
          prefix: rejects ? 'await ' : '',
          callee: rejects ? 'assert.rejects' : 'assert.throws',
          args: [`() => ${call}`, ...(text ? [text] : type ? [type] : [])],
        },
      ]
    default:
      return rejects ? caught(call, name, message, style) : chaiThrows(call, type, text, style)
  }
}

function chaiThrows(
  call: string,
  type: string | null,
  text: string | null,
  { assertion }: TestStyle
): Line[] {
  const args = [...(type ? [type] : []), ...(text ? [text] : [])]
  return assertion === 'chai-expect'
    ? [`expect(() => ${call}).to.throw(${args.join(', ')})`]
    : [{ callee: 'assert.throws', args: [`() => ${call}`, ...args] }]
}

/** Chai alone knows no rejections. */
function caught(call: string, name: string, message: string | null, style: TestStyle): Line[] {
  const expected: [string, string][] = [
    ['error.name', name],
    ...(message === null ? [] : [['error.message', message] as [string, string]]),
  ]
  return [
    `const error = await ${call}.catch((reason) => reason)`,
    ...expected.map(([actual, v]) => equals(actual, { t: 'string', v }, style)),
  ]
}

/** The parameter list of a case's function. */
export function caseParameters(style: TestStyle, isAsync: boolean): string {
  const names = style.assertion === 'japa' ? '({ assert })' : style.assertion === 'ava' ? '(t)' : '()'
  return isAsync ? `async ${names}` : names
}
