import type { TestRunner } from '@agentops/engine/contract'
import type { TestReport } from '../report.js'
import { parseAva } from './ava.js'
import { parseCargo } from './cargo.js'
import { parseGeneric } from './generic.js'
import { parseGo } from './go.js'
import { parseJapa } from './japa.js'
import { parseJest } from './jest.js'
import { toLines } from './lines.js'
import { parseMocha } from './mocha.js'
import { parseNodeTest } from './node_test.js'
import { parsePest } from './pest.js'
import { parsePhpunit } from './phpunit.js'
import { parsePytest } from './pytest.js'
import { parseTap } from './tap.js'
import { parseUnittest } from './unittest.js'
import { parseVitest } from './vitest.js'

type Parser = (lines: string[]) => TestReport | null

const parsers: Record<Exclude<TestRunner, 'unknown'>, Parser> = {
  'node:test': parseNodeTest,
  vitest: parseVitest,
  jest: parseJest,
  japa: parseJapa,
  mocha: parseMocha,
  ava: parseAva,
  pytest: parsePytest,
  unittest: parseUnittest,
  pest: parsePest,
  phpunit: parsePhpunit,
  cargo: parseCargo,
  go: parseGo,
}

/**
 * Reads the last complete summary of a run. `output` is stdout and stderr in order of arrival.
 * Null when nothing trustworthy is there: a number is never guessed. The output is the repository's own
 * word, so a report means something only together with the exit code (see `rule`).
 */
export function parseReport(runner: TestRunner, output: string): TestReport | null {
  const lines = toLines(output)
  return runner === 'unknown' ? parseUnknown(lines) : parsers[runner](lines)
}

/** The framed summaries are tried first, a bare `N passed, N failed` line last. */
function parseUnknown(lines: string[]): TestReport | null {
  for (const parse of [...Object.values(parsers), parseTap, parseGeneric]) {
    const report = parse(lines)
    if (report) return report
  }
  return null
}
