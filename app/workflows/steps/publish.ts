import { withTeam } from '#accounts/services/tenancy'
import { benchmarkModel } from '#llm/queries/benchmark_model'
import { formatMail } from '#projects/git/commit'
import { pushBranch } from '#projects/git/push'
import { taskBranch } from '#projects/git/task_branch'
import type { Settlement } from '#workflows/actions/settle_step'
import { jsonArtifact, latestArtifact, latestJson, textArtifact } from '#workflows/services/artifacts'
import { type Delivery, loadDelivery } from '#workflows/services/delivery'
import { takeFreeBranch } from '#workflows/services/free_branch'
import { gitAccess } from '#workflows/services/git_access'
import { explainGitFailure } from '#workflows/services/git_failures'
import { openChangeRequest } from '#workflows/services/open_change_request'
import { prepareMirror } from '#workflows/services/prepare_mirror'
import { projectHost } from '#workflows/services/project_host'
import { type Change, makeCommit } from '#workflows/services/published_commit'
import type { EditsRecord } from '#workflows/services/step_records'
import type { Step, StepContext } from '#workflows/steps/step_context'
import type { Verdict } from '#workflows/verification/verdict'

/** A benchmark ends with its verdict: nothing is committed, and nothing leaves. */
async function dryEnd({ lease, log }: StepContext): Promise<Settlement> {
  const verdict = await withTeam(lease.teamId, (trx) => latestJson<Verdict>(trx, lease.workflowId, 'verdict'))
  const outcome = verdict?.ruling === 'green' ? 'verified' : 'unverified'
  const reason = 'A benchmark of models: nothing was pushed.'
  log.say(reason)
  return { decision: { kind: 'finish', outcome, reason, stepStatus: 'succeeded' } }
}

/**
 * Commits the patch, pushes the branch and, where the project is connected to its host, opens the change
 * request. The commit is the same however often this runs, and push and request look before they act, so that
 * a step started over repeats nothing.
 */
export const publish: Step = async (context) => {
  const { workflow, workspace, log } = context
  if (await benchmarkModel(context.lease.teamId, workflow.id)) return dryEnd(context)
  const delivery = await loadDelivery(context)
  if (delivery.requiresApproval && !delivery.approved) {
    log.say('Waiting for a person to approve the change before it leaves.')
    return { decision: { kind: 'wait' } }
  }
  const change = await load(context)
  const base = await prepareMirror(context)
  const own = delivery.branch ?? taskBranch(workflow.number)
  log.note(`Pushing ${own}`)
  const commit = await makeCommit(context, base, own, change, delivery)
  const mail = await formatMail({ mirrorDir: workspace.mirrorDir, commit })
  const { branch, pushed } = await pushFirst(context, own, commit, delivery)
  const artifacts = [
    textArtifact('mail', mail, 'text/plain; charset=utf-8'),
    jsonArtifact('publication', {
      branch,
      commit,
      result: pushed.kind,
      message: pushed.kind === 'rejected' ? pushed.message : null,
    }),
  ]
  if (pushed.kind === 'rejected') {
    const reason = `The branch ${branch} could not be pushed: ${pushed.message.replace(/\.?$/, '.')} The change is kept: download it and apply it with git am.`
    log.say(reason)
    return {
      decision: { kind: 'finish', outcome: 'failed', reason, stepStatus: 'failed' },
      artifacts,
      facts: { branch },
    }
  }
  log.say(
    pushed.kind === 'pushed'
      ? `Pushed ${branch} at ${commit.slice(0, 12)}.`
      : `${branch} is already there at that commit.`
  )
  return { ...(await deliver(context, delivery, branch, commit, change)), artifacts }
}

/** What follows at the host; a project that is plain git is done when the branch is pushed. */
async function deliver(
  context: StepContext,
  delivery: Delivery,
  branch: string,
  commit: string,
  change: Change
): Promise<Settlement> {
  const facts = { branch, pushed_commit: commit }
  const { ruling, proof } = change.verdict
  const outcome = ruling === 'green' ? 'verified' : 'unverified'
  const target = await projectHost(context)
  if (!target) return { decision: { kind: 'finish', outcome, reason: proof, stepStatus: 'succeeded' }, facts }
  const opened = await openChangeRequest(context, target, delivery, branch, commit, change)
  const all = { ...facts, ...opened.facts }
  if (delivery.followsPipeline && !opened.problem) return { decision: { kind: 'advance' }, facts: all }
  const reason = opened.problem ? `${proof} ${opened.problem}` : proof
  return { decision: { kind: 'finish', outcome, reason, stepStatus: 'succeeded' }, facts: all }
}

async function load({ lease }: StepContext): Promise<Change> {
  return withTeam(lease.teamId, async (trx) => {
    const patch = await latestArtifact(trx, lease.workflowId, 'patch')
    const edits = await latestJson<EditsRecord>(trx, lease.workflowId, 'edits')
    const verdict = await latestJson<Verdict>(trx, lease.workflowId, 'verdict')
    if (!patch || !edits || !verdict) throw new Error('nothing is published without a patch and a verdict')
    return { patch: patch.body.toString(), summary: edits.summary, verdict }
  })
}

/** How often somebody else may have the name first before that is told. */
const MAX_NAMES = 5

/** Where somebody else's branch has the name before anything of ours was pushed, the next free one is taken. */
async function pushFirst(context: StepContext, own: string, commit: string, delivery: Delivery) {
  let branch = own
  for (let names = 1; ; names++) {
    const pushed = await push(context, branch, commit, delivery)
    const taken = pushed.kind === 'rejected' && pushed.reason === 'ref_exists'
    if (!taken || delivery.pushedCommit || names === MAX_NAMES) return { branch, pushed }
    const free = await asked(context, () => takeFreeBranch(context, branch))
    if (!free) return { branch, pushed }
    context.log.say(`The remote already has a branch ${branch}, which is left as it is; taking ${free}.`)
    branch = free
  }
}

function push(context: StepContext, branch: string, commit: string, { pushedCommit }: Delivery) {
  return asked(context, () =>
    pushBranch({
      ...gitAccess(context),
      mirrorDir: context.workspace.mirrorDir,
      branch,
      commit,
      ...(pushedCommit ? { after: pushedCommit } : {}),
    })
  )
}

async function asked<T>(context: StepContext, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw explainGitFailure(error, 'Pushing the branch did not work', context)
  }
}
