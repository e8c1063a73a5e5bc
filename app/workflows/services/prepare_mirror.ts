import { fetchMirror } from '#projects/git/mirror'
import { gitAccess } from '#workflows/services/git_access'
import { explainGitFailure } from '#workflows/services/git_failures'
import type { StepContext } from '#workflows/steps/step_context'

/**
 * Sees to it that this machine's mirror holds the pinned commit: another worker may have run the step before.
 *
 * @returns the pinned commit
 */
export async function prepareMirror(context: StepContext): Promise<string> {
  const { workflow, workspace } = context
  if (!workflow.baseCommit) throw new Error('no commit is pinned before the step "analyze" has ended')
  try {
    const { commit } = await fetchMirror({
      ...gitAccess(context),
      mirrorDir: workspace.mirrorDir,
      branch: workflow.baseBranch,
      commit: workflow.baseCommit,
    })
    return commit
  } catch (error) {
    throw explainGitFailure(error, 'Reading the repository did not work', context)
  }
}
