import type { FileCoverage, FileEdit, Mutant } from '@agentops/engine/contract'
import { callEngine } from '#workflows/services/call_engine'
import { codeAt } from '#workflows/services/code_at'
import { prepareMirror } from '#workflows/services/prepare_mirror'
import { requiredJson } from '#workflows/services/step_artifacts'
import type { SnapshotRecord } from '#workflows/services/step_records'
import type { StepContext } from '#workflows/steps/step_context'
import type { ChangedLines } from '#workflows/verification/changed_lines'
import { measureStrength, type Strength } from '#workflows/verification/strength'
import type { PhaseInput } from '#workflows/verification/test_phase'

interface PlantInput {
  /** How the tests are run; its output is not kept. */
  phase: PhaseInput
  /** A checkout on which the tests pass, with its dependencies. */
  dir: string
  command: string
  edits: FileEdit[]
  places: ChangedLines[]
  reached: FileCoverage[] | null
  testMs: number
  most: number
  budgetMs: number
}

/**
 * Plants small mistakes around a change and looks whether the tests notice, within a time budget. Null where
 * no mistake can be planted: the code is in a language that the engine does not change.
 */
export async function plantMistakes(context: StepContext, input: PlantInput): Promise<Strength | null> {
  const { edits, places, most } = input
  const { id: snapshot } = await requiredJson<SnapshotRecord>(context, 'snapshot')
  const body = { snapshot, edits, places: places.slice(0, 200), most }
  const end = await callEngine(context, '/v1/mutants', body, { id: snapshot })
  if (end.type !== 'mutants') throw new Error(`the engine answered ${end.type} to a question for mutants`)
  if (end.mutants.length === 0) return null
  context.log.note('Planting mistakes to see whether the tests notice')
  context.log.say(
    `Planting ${end.mutants.length} of ${end.of} possible mistakes, for at most ${input.budgetMs / 1000} s.`
  )
  return measureStrength({
    ...input.phase,
    ...input,
    mutants: end.mutants,
    of: end.of,
    contents: await contentsOf(context, edits, end.mutants),
  })
}

async function contentsOf(context: StepContext, edits: FileEdit[], mutants: Mutant[]) {
  const commit = await prepareMirror(context)
  const at = { mirrorDir: context.workspace.mirrorDir, commit }
  const contents = new Map<string, string>()
  for (const path of new Set(mutants.map((mutant) => mutant.path))) {
    const text = await codeAt(at, edits, path)
    if (text !== null) contents.set(path, text)
  }
  return contents
}
