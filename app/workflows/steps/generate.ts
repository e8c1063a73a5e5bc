import type { ProposedTests } from '@agentops/engine/contract'
import { EditRefused } from '#projects/git/errors'
import { createPatch } from '#projects/git/patch'
import type { Settlement } from '#workflows/actions/settle_step'
import { jsonArtifact, textArtifact } from '#workflows/services/artifacts'
import { converseAboutChange } from '#workflows/services/change_conversation'
import { guardChange } from '#workflows/services/change_guard'
import { prepareMirror } from '#workflows/services/prepare_mirror'
import { refused } from '#workflows/services/refusals'
import { loadRunSettings } from '#workflows/services/run_settings'
import { storedJson } from '#workflows/services/step_artifacts'
import type { EditsRecord } from '#workflows/services/step_records'
import { type Step, type StepContext, StepFailure } from '#workflows/steps/step_context'

const patchArtifact = (patch: string) => textArtifact('patch', patch, 'text/x-diff; charset=utf-8')

/** Lets the engine write the change, running in the sandbox what it asks for, and keeps it as a patch on the pinned commit. */
export const generate: Step = async (context) => {
  const { log, workspace } = context
  const settings = await loadRunSettings(context)
  const { end, base, strength } = await converseAboutChange(context, settings)
  if (end.type === 'refused') return refused(context, end.refusal)

  const commit = await prepareMirror(context)
  await guardChange(context, settings, end.edits, commit)
  try {
    const { patch, files } = await createPatch({ mirrorDir: workspace.mirrorDir, commit, edits: end.edits })
    if (end.type === 'stuck') return stuck(end.message, patch, end.overBudget ? 'over_budget' : 'stuck')
    if (files.length === 0) {
      return refused(context, {
        code: 'nothing_to_do',
        message: 'The change comes out as no difference to the code.',
        remedy: 'Describe what should be different afterwards.',
      })
    }
    log.say(end.summary)
    for (const file of files) log.say(`  ${file.change} ${file.path} (+${file.additions} −${file.deletions})`)
    const { setbacks } = end
    const proposed = await allProposed(context, end.proposed ?? [])
    const edits: EditsRecord = {
      edits: end.edits,
      summary: end.summary,
      proposed,
      ...(setbacks && { setbacks }),
    }
    const found = [
      ...(base ? [jsonArtifact('base_run', base)] : []),
      ...(strength ? [jsonArtifact('strength', strength)] : []),
    ]
    return {
      decision: { kind: 'advance' },
      artifacts: [jsonArtifact('edits', edits), patchArtifact(patch), ...found],
    }
  } catch (error) {
    if (error instanceof EditRefused) throw new StepFailure(error.message)
    throw error
  }
}

/** An attempt goes on from the one before, so what that one has proposed still stands unless it is proposed anew. */
async function allProposed(context: StepContext, now: ProposedTests[]): Promise<ProposedTests[]> {
  if (context.lease.attempt === 1) return now
  const before = (await storedJson<EditsRecord>(context, 'edits'))?.proposed ?? []
  return [...before.filter(({ path }) => !now.some((one) => one.path === path)), ...now]
}

/** What there is of the work is kept; it is never called done. */
function stuck(message: string, patch: string, outcome: 'stuck' | 'over_budget'): Settlement {
  const kept = patch === '' ? [] : [patchArtifact(patch)]
  const reason = patch === '' ? message : `${message} What there is of the change is kept as a patch.`
  return { decision: { kind: 'finish', outcome, reason, stepStatus: 'failed' }, artifacts: kept }
}
