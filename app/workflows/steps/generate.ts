import {
  type ExecutionResult,
  type Feedback,
  type FileEdit,
  forbiddenPath,
  type Plan,
} from '@agentops/engine/contract'
import { isInScope } from '#projects/config/scope'
import { EditRefused } from '#projects/git/errors'
import { createPatch } from '#projects/git/patch'
import { jsonArtifact, textArtifact } from '#workflows/services/artifacts'
import { callEngine } from '#workflows/services/call_engine'
import { Executions } from '#workflows/services/execute_requests'
import { loadFeedback } from '#workflows/services/load_feedback'
import { loadTask } from '#workflows/services/load_task'
import { prepareMirror } from '#workflows/services/prepare_mirror'
import { refused } from '#workflows/services/refusals'
import { loadRunSettings, type RunSettings } from '#workflows/services/run_settings'
import { requiredJson } from '#workflows/services/step_artifacts'
import type { EditsRecord } from '#workflows/services/step_records'
import type { Step, StepContext } from '#workflows/steps/step_context'
import { StepFailure } from '#workflows/steps/step_context'

/** How often the engine may ask for something to be executed within one attempt. */
const MAX_TURNS = 12
/** More than anybody reads, and than one process should hold at a time. */
const MAX_EDITS = 2_000

/** Lets the engine write the change, running in the sandbox what it asks for, and keeps it as a patch on the pinned commit. */
export const generate: Step = async (context) => {
  const { log, workspace } = context
  const settings = await loadRunSettings(context)
  const end = await converse(context, settings)
  if (end.type === 'refused') return refused(context, end.refusal)

  if (end.edits.length > MAX_EDITS) {
    throw new StepFailure(
      `The change touches ${end.edits.length} files; at most ${MAX_EDITS} are allowed. Narrow the task.`
    )
  }
  const outside = outOfScope(end.edits, settings)
  if (outside)
    throw new StepFailure(
      `The change was refused: ${outside} is outside of the paths that .agentops.yml opens.`
    )
  refuseGuarded(end.edits, context.workflow.task)
  const commit = await prepareMirror(context)
  try {
    const { patch, files } = await createPatch({ mirrorDir: workspace.mirrorDir, commit, edits: end.edits })
    if (files.length === 0) {
      return refused(context, {
        code: 'nothing_to_do',
        message: 'The change comes out as no difference to the code.',
        remedy: 'Describe what should be different afterwards.',
      })
    }
    log.say(end.summary)
    for (const file of files) log.say(`  ${file.change} ${file.path} (+${file.additions} −${file.deletions})`)
    const edits: EditsRecord = { edits: end.edits, summary: end.summary }
    return {
      decision: { kind: 'advance' },
      artifacts: [jsonArtifact('edits', edits), textArtifact('patch', patch, 'text/x-diff; charset=utf-8')],
    }
  } catch (error) {
    if (error instanceof EditRefused) throw new StepFailure(error.message)
    throw error
  }
}

/** The repository's own word on where changes may go, held outside of whatever wrote the change. */
function outOfScope(edits: FileEdit[], { paths }: RunSettings) {
  return touchedBy(edits).find((path) => !isInScope(paths, path))
}

const touchedBy = (edits: FileEdit[]) =>
  edits.flatMap((edit) => (edit.kind === 'move' ? [edit.from, edit.path] : [edit.path]))

/** CI, lockfiles and the like run with rights elsewhere: they change when the person's own words ask for it. */
function refuseGuarded(edits: FileEdit[], task: string) {
  for (const path of touchedBy(edits)) {
    const why = forbiddenPath(path, task)
    if (why)
      throw new StepFailure(`The change was refused: ${JSON.stringify(path)} may not be touched, ${why}.`)
  }
}

async function converse(context: StepContext, settings: RunSettings) {
  const task = await loadTask(context, settings)
  const plan = await requiredJson<Plan>(context, 'plan')
  const feedback: Feedback | null = context.lease.attempt > 1 ? await loadFeedback(context) : null
  let state: string | null = null
  let executions: ExecutionResult[] = []
  const inSandbox = new Executions(context, settings)
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    context.log.note(turn === 0 ? 'Writing the change' : 'Going on with what was observed')
    const body = { ...task, plan, feedback, state, executions }
    const end = await callEngine(context, '/v1/generate', body, { id: task.snapshot })
    if (end.type === 'edits' || end.type === 'refused') return end
    if (end.type !== 'execution_requested') throw new Error(`the engine answered ${end.type} to a change`)
    state = end.state
    executions = await inSandbox.run(end.requests)
  }
  throw new StepFailure(
    `The engine asked for more than ${MAX_TURNS} rounds of execution without coming to a change.`
  )
}
