import { commitPatch } from '#projects/git/commit'
import { fetchMirror } from '#projects/git/mirror'
import env from '#start/env'
import { commitMessage } from '#workflows/services/commit_message'
import type { Delivery } from '#workflows/services/delivery'
import { gitAccess } from '#workflows/services/git_access'
import { explainGitFailure } from '#workflows/services/git_failures'
import type { StepContext } from '#workflows/steps/step_context'
import type { Verdict } from '#workflows/verification/verdict'

export interface Change {
  patch: string
  summary: string
  verdict: Verdict
}

/**
 * Makes the commit of the change on the pinned commit; on what was pushed before, when the branch is there
 * already. The same change gives the same commit, however often.
 */
export async function makeCommit(
  context: StepContext,
  base: string,
  branch: string,
  change: Change,
  { pushedCommit }: Delivery
) {
  const { workflow, workspace } = context
  if (pushedCommit) await fetchPushed(context, branch, pushedCommit)
  const { commit } = await commitPatch({
    mirrorDir: workspace.mirrorDir,
    commit: base,
    ...(pushedCommit ? { parent: pushedCommit } : {}),
    patch: change.patch,
    branch,
    ...commitMessage(workflow, change.summary, change.verdict),
    author: {
      name: env.get('GIT_AUTHOR_NAME') ?? 'AgentOps',
      email: env.get('GIT_AUTHOR_EMAIL') ?? 'agent@agentops.invalid',
    },
    date: workflow.createdAt,
  })
  return commit
}

/** Another worker may have pushed it, so this machine's mirror may not have it. */
async function fetchPushed(context: StepContext, branch: string, commit: string) {
  try {
    await fetchMirror({ ...gitAccess(context), mirrorDir: context.workspace.mirrorDir, branch, commit })
  } catch (error) {
    throw explainGitFailure(error, 'Reading the branch that was pushed before did not work', context)
  }
}
