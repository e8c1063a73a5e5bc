import type { TestsIntent } from '../../intent/intent.ts'
import { parseTests } from '../../intent/tests.ts'
import type { Recipe, RecipeMatch } from '../contract.ts'
import { counted, refusedByTests } from '../refusals.ts'
import { callablesOf } from './callables.ts'
import { planCases, projectOf } from './planned_cases.ts'
import { unknownRunner } from './report.ts'
import { readState } from './state.ts'
import { findTargets } from './targets.ts'
import { requestRecording, requestVerification, settle } from './turns.ts'

const info = {
  name: 'characterization_tests',
  title: 'Write characterization tests',
  sentence:
    'Runs exported functions in the sandbox, records what they answer, and writes it down as tests in your runner and style; a test stays only if it passes three times in different orders and raises coverage.',
  example: 'Add tests for src/range.ts',
}

function asTests(match: RecipeMatch): TestsIntent {
  if (match.recipe !== 'characterization_tests')
    throw new TypeError(`Not a request for tests: ${match.recipe}`)
  return match
}

export const characterizationTests: Recipe = {
  info,
  match: parseTests,
  async plan(ctx, match) {
    const project = projectOf(ctx)
    if (project.runnerIsGuess && ctx.test) return unknownRunner(ctx.test.command)
    const targets = findTargets(project.repository, asTests(match))
    if (targets.kind === 'refused') return targets
    const { cases, setAside } = planCases(project, targets)
    const sources = [...new Set(cases.map(({ callable }) => callable.module))]
    const files = new Map(sources.map((module) => [project.testPath(module.path), module]))
    const plan = {
      method: `recipe:${info.name}`,
      summary: `Write characterization tests for ${counted(targets.callables.length, 'exported function')} in ${counted(sources.length, 'file')}, for ${project.runner}.`,
      steps: [
        `Make up ${counted(cases.length, 'call')} from types, documentation and the code itself`,
        'Run them in the sandbox three times and set aside what is not the same each time',
        'Write the fewest tests that show what each function does',
        "Run them in three orders and measure the project's coverage before and after; keep what passes and raises it",
      ],
      files: [...files].map(([path, module]) => ({
        path,
        change: ctx.snapshot.has(path) ? ('edit' as const) : ('create' as const),
        why: `tests of ${callablesOf(module)
          .map(({ label }) => label)
          .slice(0, 6)
          .join(', ')}`,
      })),
      risks: [
        'Characterization tests say what the code does today, right or wrong; read them before relying on them.',
        ...targets.notes,
        ...setAside,
      ],
      tests: ['the new tests, in three orders, and the whole suite with coverage'],
      estimate: {
        costMicros: 0,
        seconds: 5 + sources.length * 2,
        basis: 'a recipe calls no model; the time is that of five short runs and two of the whole suite',
      },
    }
    return { kind: 'plan', plan }
  },
  async generate(ctx, match, turn) {
    if (turn.feedback) return refusedByTests('Writing tests')
    const intent = asTests(match)
    if (turn.state === null) return requestRecording(ctx, intent)
    const state = readState(turn.state)
    return state.phase === 'record'
      ? requestVerification(ctx, intent, state.marker, turn.executions)
      : settle(ctx, intent, state, turn.executions)
  },
}
