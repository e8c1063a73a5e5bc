import type { FileCoverage } from '../../../contract/execution.ts'
import { Lines } from '../../analyzers/lines.ts'
import type { Described } from '../test_code/described.ts'
import type { Callable } from './callables.ts'
import type { SteadyCase } from './steady.ts'

const maxPerCallable = 8
const maxPerCallableWithCoverage = 16

/** What is known of a file's coverage before; `all` uncovered when the tests never load it. */
export interface CoverageBefore {
  byPath: ReadonlyMap<string, FileCoverage>
  /** Offsets that the probe reports are those of the source; untrue where the code was compiled. */
  comparable: boolean
}

/** The fewest calls that show what a function does: each reaches code no other does, or answers in another way. */
export function chooseCases(
  cases: readonly SteadyCase[],
  before: CoverageBefore
): { chosen: SteadyCase[]; setAside: string[] } {
  const chosen: SteadyCase[] = []
  const setAside: string[] = []
  const covered: string[] = []
  for (const callable of new Set(cases.map((item) => item.callable))) {
    const own = cases.filter((item) => item.callable === callable)
    const open = openLines(callable, before)
    if (open.size === 0) {
      covered.push(callable.label)
      continue
    }
    const raising = before.comparable ? own.filter((item) => reaches(item, open)) : own
    if (raising.length === 0)
      setAside.push(`${callable.label}: no call was found that reaches its uncovered lines`)
    chosen.push(...fewest(raising))
  }
  if (covered.length > 0) setAside.push(`covered by tests already: ${covered.join(', ')}`)
  return { chosen, setAside }
}

/** Lines of a callable that no test reaches yet, as offset of their first character → line. */
function openLines({ module, node, owner }: Callable, { byPath }: CoverageBefore): Map<number, number> {
  const lines = new Lines(module.text)
  const covered = new Set(byPath.get(module.path)?.covered)
  const [first, last] = [lines.at((owner ?? node).start), lines.at((owner ?? node).end)]
  const open = new Map<number, number>()
  let offset = 0
  for (const [at, text] of module.text.split('\n').entries()) {
    const line = at + 1
    const code = text.search(/[^\s{}()[\];,]/)
    if (line >= first && line <= last && code !== -1 && !covered.has(line) && !/^\s*(\/\/|\/?\*)/.test(text))
      open.set(offset + code, line)
    offset += text.length + 1
  }
  return open
}

function reaches({ recording }: SteadyCase, open: ReadonlyMap<number, number>): boolean {
  return [...open.keys()].some((offset) =>
    recording.blocks.some(([start, end]) => start <= offset && offset < end)
  )
}

function fewest(cases: readonly SteadyCase[]): SteadyCase[] {
  const kept: SteadyCase[] = []
  const classes = new Set<string>()
  const ran = new Set<number>()
  for (const item of cases) {
    const fresh = item.recording.blocks.filter(([start, end]) => !isCovered(ran, start, end))
    const kind = behaviourOf(item)
    const keeps =
      fresh.length > 0
        ? kept.length < maxPerCallableWithCoverage
        : !classes.has(kind) && kept.length < maxPerCallable
    if (!keeps) continue
    classes.add(kind)
    for (const [start, end] of fresh) for (let at = start; at < end; at++) ran.add(at)
    kept.push(item)
  }
  return kept
}

function isCovered(ran: ReadonlySet<number>, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!ran.has(at)) return false
  return true
}

/** Answers of one kind: the same error, or values that a reader would call alike. */
function behaviourOf({ recording: { status, value, before, after } }: SteadyCase): string {
  const changed = JSON.stringify(before) === JSON.stringify(after) ? '' : ' changes its arguments'
  return `${status} ${value ? kindOf(value) : ''}${changed}`
}

function kindOf(value: Described): string {
  if (value.t === 'error')
    return `${value.class}: ${value.message.split(':')[0]!.replace(/["'`].*["'`]|\d+/g, '')}`
  if (value.t === 'boolean') return String(value.v)
  if (value.t === 'number')
    return `number ${Math.sign(value.v)}${Number.isInteger(value.v) ? '' : ' fraction'}`
  if (value.t === 'string') return value.v === '' ? 'empty text' : 'text'
  if ('items' in value) return `${value.t} ${Math.min(value.items.length, 2)}`
  return 'entries' in value
    ? `${value.t} ${value.entries.map(([key]) => (typeof key === 'string' ? key : '')).join(',')}`
    : value.t
}
