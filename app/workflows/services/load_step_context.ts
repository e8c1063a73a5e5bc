import { withTeam } from '#accounts/services/tenancy'
import { HostError } from '#projects/git/host_errors'
import { openProjectRemote, type RemoteKind } from '#projects/services/project_remote'
import type { StepLease } from '#workflows/services/step_lease'
import { Workspace } from '#workflows/services/workspace'
import { type StepContext, StepFailure } from '#workflows/steps/step_context'

/** An address or a credential that cannot be used any more is for a person to change, not to be tried again. */
async function usableRemote(
  teamId: string,
  row: {
    remote_kind: RemoteKind
    remote_url: string
    credential_encrypted: string | null
    connection_id: string | null
  }
) {
  try {
    return await openProjectRemote({
      teamId,
      connectionId: row.connection_id,
      kind: row.remote_kind,
      url: row.remote_url,
      credentialEncrypted: row.credential_encrypted,
    })
  } catch (error) {
    if (error instanceof HostError && error.passing) throw error
    throw new StepFailure(`The repository cannot be reached: ${(error as Error).message}`)
  }
}

/** Everything a step needs from the database, and the secrets that its log must not show. */
export async function loadStepContext(
  lease: StepLease,
  signal: AbortSignal
): Promise<Omit<StepContext, 'log'> & { secrets: string[] }> {
  const row = await withTeam(lease.teamId, async (trx) => {
    const { rows } = await trx.rawQuery(
      `select w.id, w.number, w.task, w.base_commit, w.parent_id, w.created_at, coalesce(w.base_branch, p.default_branch) as base_branch,
         p.id as project_id, p.name, p.test_command, p.install_command, p.requires_plan_approval, p.auto_approve_micros,
         p.remote_kind, p.remote_url, p.credential_encrypted, p.connection_id
       from workflows w join projects p on p.id = w.project_id
       where w.id = ?`,
      [lease.workflowId]
    )
    return rows[0]
  })
  const remote = await usableRemote(lease.teamId, row)
  return {
    lease,
    signal,
    workspace: new Workspace(lease.teamId, row.project_id, lease),
    secrets: remote.secrets,
    workflow: {
      id: row.id,
      number: row.number,
      task: row.task,
      baseBranch: row.base_branch,
      baseCommit: row.base_commit,
      parentId: row.parent_id,
      createdAt: row.created_at,
    },
    project: {
      id: row.project_id,
      name: row.name,
      testCommand: row.test_command,
      installCommand: row.install_command,
      requiresPlanApproval: row.requires_plan_approval,
      autoApproveMicros: row.auto_approve_micros === null ? null : Number(row.auto_approve_micros),
      remote,
    },
  }
}
