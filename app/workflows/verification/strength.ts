import type { FileCoverage, Mutant } from '@agentops/engine/contract'
import { writeOverlay } from './overlay.js'
import { type PhaseInput, runTests } from './test_phase.js'

export type PlantedMistake = Pick<Mutant, 'path' | 'line' | 'within' | 'original' | 'replacement'> & {
  /** Whether a test runs the line at all. */
  reached: boolean
}

/**
 * How much the tests notice: small mistakes are planted in the code one at a time, and each is noticed when the
 * tests fail. `unknown` where fewer than three could be tried.
 */
export type Strength = {
  grade: 'strong' | 'fair' | 'weak' | 'unknown'
  noticed: number
  missed: number
  /** How many mistakes could be planted there in all; `noticed + missed` of them were tried. */
  of: number
  /** Whether the time ran out before the whole sample was tried. */
  cutShort: boolean
  durationMs: number
  /** What the tests let pass, at most 20. */
  survivors: PlantedMistake[]
}

export type StrengthInput = PhaseInput & {
  /** A checkout on which the tests pass; it is changed and mended while this runs. */
  dir: string
  command: string
  mutants: Mutant[]
  of: number
  /** What the files with mutants hold; what lies in `dir` was in the hands of repository code. */
  contents: ReadonlyMap<string, string>
  /** Lines that the tests run, where that is known. */
  reached: FileCoverage[] | null
  budgetMs: number
  /** How long the tests take without a mistake. */
  testMs: number
}

const fewest = 3
const thresholds = { strong: 0.8, fair: 0.5 }
const maxSurvivors = 20
/** A mistake can make a loop endless; so much longer than usual is long enough. */
const patience = { factor: 4, least: 10_000 }

export async function measureStrength(input: StrengthInput): Promise<Strength> {
  const started = performance.now()
  const survivors: PlantedMistake[] = []
  let noticed = 0
  let tried = 0
  for (const mutant of input.mutants) {
    if (performance.now() - started > input.budgetMs) break
    input.signal?.throwIfAborted()
    const reached = isReached(mutant, input.reached)
    tried += 1
    if (reached && (await isNoticed(input, mutant))) noticed += 1
    else survivors.push(mistakeOf(mutant, reached))
  }
  return {
    grade: gradeOf(noticed, tried),
    noticed,
    missed: tried - noticed,
    of: input.of,
    cutShort: tried < input.mutants.length,
    durationMs: Math.round(performance.now() - started),
    survivors: survivors.slice(0, maxSurvivors),
  }
}

function gradeOf(noticed: number, tried: number): Strength['grade'] {
  if (tried < fewest) return 'unknown'
  const share = noticed / tried
  if (share >= thresholds.strong) return 'strong'
  return share >= thresholds.fair ? 'fair' : 'weak'
}

/** One sentence for a person, without its full stop. */
export function strengthSentence({ grade, noticed, missed, of }: Strength): string {
  const tried = noticed + missed
  if (grade === 'unknown')
    return of === 0
      ? 'how much the tests notice there could not be tried'
      : 'too little could be tried to say how much the tests notice'
  return `${grade} proof: the tests notice ${noticed} of ${tried} mistakes planted around the change`
}

function isReached({ path, line }: Mutant, coverage: FileCoverage[] | null): boolean {
  const file = coverage?.find((candidate) => candidate.path === path)
  return !file?.executable.includes(line) || file.covered.includes(line)
}

async function isNoticed(input: StrengthInput, mutant: Mutant): Promise<boolean> {
  const { dir, command, limits, testMs } = input
  const text = input.contents.get(mutant.path)
  if (text === undefined) return false
  const mutated = text.slice(0, mutant.start) + mutant.replacement + text.slice(mutant.end)
  const wallMs = Math.min(limits.wallMs, Math.max(patience.least, testMs * patience.factor))
  await writeOverlay(dir, [{ path: mutant.path, content: mutated }])
  try {
    const quiet = { ...input, coverage: false, limits: { ...limits, wallMs }, onOutput: () => {} }
    const { run } = await runTests(quiet, dir, command)
    return run.exitCode !== 0 || run.stoppedBy !== null || (run.report?.failed ?? 0) > 0
  } finally {
    await writeOverlay(dir, [{ path: mutant.path, content: text }])
  }
}

function mistakeOf({ path, line, within, original, replacement }: Mutant, reached: boolean): PlantedMistake {
  return { path, line, within, original, replacement, reached }
}
