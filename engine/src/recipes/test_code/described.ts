import { z } from 'zod'

/** A recorded value. It was written by the repository's code, so names in it are checked before they become code. */
export type Described =
  | {
      t:
        | 'undefined'
        | 'null'
        | 'nan'
        | '-0'
        | 'inf'
        | '-inf'
        | 'symbol'
        | 'function'
        | 'hole'
        | 'cycle'
        | 'large'
        | 'promise'
    }
  | { t: 'boolean'; v: boolean }
  | { t: 'number'; v: number }
  | { t: 'string'; v: string }
  | { t: 'bigint'; v: string }
  | { t: 'date'; v: string | null }
  | { t: 'regexp'; s: string; f: string }
  | { t: 'error'; class: string; message: string }
  | { t: 'array' | 'set' | 'iterator'; items: Described[] }
  | { t: 'typed'; class: string; items: Described[] }
  | { t: 'map'; entries: [Described, Described][] }
  | { t: 'object'; bare: boolean; entries: [string, Described][] }
  | { t: 'instance'; class: string; entries: [string, Described][] }

const className = z.string().regex(/^[A-Za-z_$][\w$]{0,80}$/)
const typedArrays = [
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
] as const
const any = z.lazy(() => described)
const entries = z.array(z.tuple([z.string(), any]))

export const described: z.ZodType<Described> = z.discriminatedUnion('t', [
  z.object({
    t: z.enum([
      'undefined',
      'null',
      'nan',
      '-0',
      'inf',
      '-inf',
      'symbol',
      'function',
      'hole',
      'cycle',
      'large',
      'promise',
    ]),
  }),
  z.object({ t: z.literal('boolean'), v: z.boolean() }),
  z.object({ t: z.literal('number'), v: z.number() }),
  z.object({ t: z.literal('string'), v: z.string() }),
  z.object({ t: z.literal('bigint'), v: z.string().regex(/^-?\d+$/) }),
  z.object({
    t: z.literal('date'),
    v: z
      .string()
      .regex(/^[+\-\dTZ:.]+$/)
      .nullable(),
  }),
  z.object({ t: z.literal('regexp'), s: z.string(), f: z.string().regex(/^[dgimsuvy]*$/) }),
  z.object({ t: z.literal('error'), class: className, message: z.string() }),
  z.object({ t: z.enum(['array', 'set', 'iterator']), items: z.array(any) }),
  z.object({ t: z.literal('typed'), class: z.enum(typedArrays), items: z.array(any) }),
  z.object({ t: z.literal('map'), entries: z.array(z.tuple([any, any])) }),
  z.object({ t: z.literal('object'), bare: z.boolean(), entries }),
  z.object({ t: z.literal('instance'), class: className, entries }),
])

const unwritable = new Set([
  'symbol',
  'function',
  'hole',
  'cycle',
  'large',
  'promise',
  'error',
  'instance',
  'iterator',
])

/** Whether an expression can be written that equals the value, whatever is nested in it. */
export function isWritable(value: Described): boolean {
  if (unwritable.has(value.t)) return false
  if ('items' in value) return value.items.every(isWritable)
  if (value.t === 'map') return value.entries.every(([key, item]) => isWritable(key) && isWritable(item))
  return !('entries' in value) || value.entries.every(([, item]) => isWritable(item))
}
