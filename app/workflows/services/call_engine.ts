import { setTimeout as wait } from 'node:timers/promises'
import type { EngineEvent, Exchange, Usage } from '@agentops/engine/contract'
import { recordUsage } from '#llm/actions/record_usage'
import type { Access } from '#llm/services/engine_access'
import { OpenCalls } from '#llm/services/open_calls'
import { ensureSnapshot, streamEngine } from '#shared/engine/engine_client'
import { EngineError } from '#shared/engine/engine_error'
import { forgetEngineKey } from '#shared/engine/engine_key'
import { accessFor, moreThan } from '#workflows/services/model_access'
import { withSnapshotFile } from '#workflows/services/snapshot_file'
import type { StepContext } from '#workflows/steps/step_context'
import { StepFailure } from '#workflows/steps/step_context'

const RETRY_DELAYS_MS = [500, 1000, 2000, 4000, 8000]
/** Model calls in one call of the engine. */
const MAX_USES = 1_000
/** Whoever asks for more patience than this is not waited for. */
const LONGEST_PAUSE_MS = 10 * 60_000

interface LocalSnapshot {
  id: string
  /** The gzipped tar, when this step has it at hand; else it is built again should the engine ask. */
  file?: string
}

type EnginePath = Parameters<typeof streamEngine>[0]

/**
 * One call of the engine on behalf of a step: the snapshot is there first, progress goes to the log, every
 * use of a model to the ledger and every exchange to the record before anything else happens. What may pass is
 * tried again with growing pauses.
 *
 * @throws StepFailure with a sentence when the engine cannot do it
 * @throws EngineError `state_unreadable` when it cannot go on from a state; the caller may begin anew
 */
export async function callEngine(
  context: StepContext,
  path: EnginePath,
  body: unknown,
  snapshot: LocalSnapshot,
  keepExchange?: (exchange: Exchange) => Promise<void>
) {
  const call = { team: context.lease.teamId, workflow: context.workflow.id, signal: context.signal }
  let needed: number | null = null
  for (let tries = 0; ; tries++) {
    const access = path === '/v1/analyze' ? null : await accessFor(context, needed)
    const open = new OpenCalls()
    try {
      await withSnapshotFile(context, snapshot.file, (file) => ensureSnapshot(snapshot.id, file, call))
      const granted = access ? { ...call, grant: access.grant } : call
      const end = await streamEngine(path, body, granted, eventsInto(context, access, open, keepExchange))
      return end.type === 'stuck' && end.overBudget && access?.why ? { ...end, message: access.why } : end
    } catch (error) {
      context.signal.throwIfAborted()
      if (!(error instanceof EngineError) || error.code === 'state_unreadable') throw error
      if (error.code === 'keys_unreadable') forgetEngineKey()
      if (error.code === 'budget_exceeded' && access) {
        needed = moreThan(access, error, tries)
        continue
      }
      const pause = pauseBefore(error, tries)
      context.log.say(`${error.message} Trying again in ${pause / 1000} s.`)
      await wait(pause, undefined, { signal: context.signal })
    } finally {
      await settle(context, access, open)
    }
  }
}

/** What was cut is entered as not known; what is held and not spent comes back, whatever else fails. */
async function settle(context: StepContext, access: Access | null, open: OpenCalls) {
  try {
    for (const usage of open.cut()) await keep(context, usage, access?.holdId ?? null)
  } finally {
    await access?.release()
  }
}

/** @throws StepFailure when there is no point in trying again, or not soon */
function pauseBefore(error: EngineError, tries: number): number {
  const own = RETRY_DELAYS_MS[tries]
  const passing = error.retryable || error.code === 'snapshot_missing' || error.code === 'keys_unreadable'
  if (!passing || own === undefined) throw new StepFailure(error.message)
  const wanted = error.retryAfterMs ?? own
  if (wanted <= LONGEST_PAUSE_MS) return wanted
  const minutes = Math.ceil(wanted / 60_000).toLocaleString('en')
  throw new StepFailure(`${error.message} It asks to wait for ${minutes} minutes. Retry the step then.`)
}

function eventsInto(
  context: StepContext,
  access: Access | null,
  open: OpenCalls,
  keepExchange?: (exchange: Exchange) => Promise<void>
) {
  let uses = 0
  return (event: EngineEvent) => {
    open.hear(event)
    if (event.type === 'exchange') return keepExchange?.(event.exchange)
    if (event.type === 'usage' && ++uses > MAX_USES)
      throw new StepFailure(`The engine reported more than ${MAX_USES} model calls for one step.`)
    return onEvent(context, event, access?.holdId ?? null)
  }
}

async function onEvent(context: StepContext, event: EngineEvent, holdId: string | null) {
  switch (event.type) {
    case 'progress':
      context.log.say(event.message)
      context.log.note(event.message)
      return
    case 'delta':
      context.log.write('model', event.text)
      return
    case 'usage':
      await keep(context, event.usage, holdId)
      return
    default:
      return
  }
}

async function keep({ lease, log, project }: StepContext, usage: Usage, holdId: string | null) {
  const { teamId, workflowId, stepId, attempt } = lease
  const isNew = await recordUsage(
    { teamId, projectId: project.id, workflowId, stepId, attempt, holdId },
    usage
  )
  if (isNew) log.event({ kind: 'usage', stepId: lease.stepId, payload: usage })
}
