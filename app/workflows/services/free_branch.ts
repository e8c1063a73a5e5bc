import { withTeam } from '#accounts/services/tenancy'
import { listBranches } from '#projects/git/probe'
import { highestTask, TASK_BRANCHES, taskBranch } from '#projects/git/task_branch'
import { sql } from '#shared/database/sql'
import { gitAccess } from '#workflows/services/git_access'
import type { StepContext } from '#workflows/steps/step_context'

/**
 * A branch for a workflow whose own name somebody else has at the remote. It is written down before anything is
 * pushed, so that whoever takes the step next pushes to the same one; no later workflow gets its number.
 *
 * @returns null when the name is not what stands in the way
 * @throws GitError
 */
export async function takeFreeBranch(context: StepContext, taken: string): Promise<string | null> {
  const { teamId, workflowId } = context.lease
  const { branches } = await listBranches(gitAccess(context), [TASK_BRANCHES])
  if (!branches.has(taken)) return null
  return withTeam(teamId, async (trx) => {
    const { rows } = await sql<{ number: number }>(
      trx,
      `update projects set next_workflow_number = greatest(next_workflow_number, :free) + 1,
         skipped_workflow_numbers = skipped_workflow_numbers + 1 + greatest(next_workflow_number, :free) - next_workflow_number
       where id = :project returning next_workflow_number - 1 as number`,
      { free: highestTask(branches.keys()) + 1, project: context.project.id }
    )
    const branch = taskBranch(rows[0]!.number)
    await sql(trx, 'update workflows set branch = ? where id = ? and pushed_commit is null', [
      branch,
      workflowId,
    ])
    return branch
  })
}
