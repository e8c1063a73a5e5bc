import type { CodeStyle } from '../../project/code_style.ts'
import { quoted } from '../../project/code_style.ts'
import type { Hints } from './hints.ts'

const numbers = [1, 5, 10, 0, -1, 2.5, 100, Number.NaN, Number.POSITIVE_INFINITY]
const strings = ['hello world', '', 'Hello World', 'a', ' padded ', 'one,two', '42', 'camelCase', 'é']

function numberCode(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

function rotated<T>(values: readonly T[], by: number): T[] {
  return values.map((_, at) => values[(at + by) % values.length]!)
}

/** Numbers to try, those the code talks about among them; `position` sets neighbouring parameters apart. */
export function numberPool(hints: Hints, position: number): string[] {
  const [first, ...rest] = rotated(numbers, position % 3)
  return [...new Set([first!, ...hints.numbers, ...rest].map(numberCode))]
}

/** Strings to try: words the code talks about, then plain text, then what is punctuation to the code. */
export function stringPool(hints: Hints, position: number, style: Pick<CodeStyle, 'quote'>): string[] {
  const words = hints.strings.filter((text) => /[\p{L}\p{N}]/u.test(text))
  const signs = hints.strings.filter((text) => !words.includes(text))
  const plain = rotated(strings, words.length > 0 ? 0 : position % 3)
  return [...new Set([...words, ...plain.slice(0, 3), ...signs, ...plain.slice(3)])].map((text) =>
    quoted(text, style)
  )
}
