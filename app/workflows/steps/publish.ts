import { withTeam } from '#accounts/services/tenancy'
import { commitPatch, formatMail } from '#projects/git/commit'
import { pushBranch } from '#projects/git/push'
import env from '#start/env'
import { jsonArtifact, latestArtifact, latestJson, textArtifact } from '#workflows/services/artifacts'
import { commitMessage } from '#workflows/services/commit_message'
import { gitAccess } from '#workflows/services/git_access'
import { explainGitFailure } from '#workflows/services/git_failures'
import { prepareMirror } from '#workflows/services/prepare_mirror'
import type { EditsRecord } from '#workflows/services/step_records'
import type { Step, StepContext } from '#workflows/steps/step_context'
import type { Verdict } from '#workflows/verification/verdict'

interface Change {
  patch: string
  summary: string
  verdict: Verdict
}

/**
 * Commits the patch on the pinned commit and pushes the branch. The commit is the same however often this
 * runs, and the push looks before it acts, so that a step started over repeats nothing.
 */
export const publish: Step = async (context) => {
  const { workflow, workspace, log } = context
  const change = await load(context)
  const commit = await prepareMirror(context)
  const branch = `feature/ia-task-${workflow.number}`
  log.note(`Pushing ${branch}`)

  const made = await commitPatch({
    mirrorDir: workspace.mirrorDir,
    commit,
    patch: change.patch,
    branch,
    ...commitMessage(workflow, change.summary, change.verdict),
    author: {
      name: env.get('GIT_AUTHOR_NAME') ?? 'AgentOps',
      email: env.get('GIT_AUTHOR_EMAIL') ?? 'agent@agentops.invalid',
    },
    date: workflow.createdAt,
  })
  const mail = await formatMail({ mirrorDir: workspace.mirrorDir, commit: made.commit })
  const pushed = await push(context, branch, made.commit)
  const artifacts = [
    textArtifact('mail', mail, 'text/plain; charset=utf-8'),
    jsonArtifact('publication', {
      branch,
      commit: made.commit,
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
      ? `Pushed ${branch} at ${made.commit.slice(0, 12)}.`
      : `${branch} is already there at that commit.`
  )
  const verified = change.verdict.ruling === 'green'
  return {
    decision: {
      kind: 'finish',
      outcome: verified ? 'verified' : 'unverified',
      reason: change.verdict.proof,
      stepStatus: 'succeeded',
    },
    artifacts,
    facts: { branch, pushed_commit: made.commit },
  }
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

async function push(context: StepContext, branch: string, commit: string) {
  try {
    return await pushBranch({
      ...gitAccess(context),
      mirrorDir: context.workspace.mirrorDir,
      branch,
      commit,
    })
  } catch (error) {
    throw explainGitFailure(error, 'Pushing the branch did not work')
  }
}
