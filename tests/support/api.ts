import type { ApiResponse } from '@japa/api-client'
import type { Assert } from '@japa/assert'
import CreateApiToken from '#accounts/actions/create_api_token'
import type { Scope } from '#accounts/permissions'
import { withTeam } from '#accounts/services/tenancy'
import { aTeam, type Team } from '#tests/support/team'
import CreateWorkflow from '#workflows/actions/create_workflow'
import type { NewEvent } from '#workflows/enums/workflow_event'
import { storeArtifacts, textArtifact } from '#workflows/services/artifacts'
import { appendEvents } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import { finishWorkflow } from '#workflows/services/transitions'

export interface ApiUser extends Team {
  token: string
  tokenId: string
}

export async function aToken(
  { teamId, user }: Team,
  scopes: Scope[] = ['write'],
  expiresInDays: number | null = null
) {
  return new CreateApiToken().execute({ teamId, userId: user.id, name: 'ci', scopes, expiresInDays })
}

/** A team with a token of its owner. */
export async function anApiUser(scopes: Scope[] = ['write']): Promise<ApiUser> {
  const team = await aTeam()
  const { id, token } = await aToken(team, scopes)
  return { ...team, token, tokenId: id }
}

/** Projects whose repositories nobody is going to look at. */
export function projectRows(teamId: string, names: string[]): Promise<string[]> {
  return withTeam(teamId, async (trx) => {
    const rows = await trx
      .table('projects')
      .multiInsert(
        names.map((name) => ({
          team_id: teamId,
          name,
          remote_kind: 'https',
          remote_url: `https://git.example.test/${name}.git`,
          default_branch: 'main',
        }))
      )
      .returning('id')
    return rows.map((row: { id: string }) => row.id)
  })
}

export async function aWorkflow(teamId: string, task = 'remove unused imports') {
  const [projectId] = await projectRows(teamId, [`project-${crypto.randomUUID()}`])
  const result = await new CreateWorkflow().execute({ teamId, userId: null, projectId: projectId!, task })
  if (!result.ok) throw new Error(result.error)
  return { ...result.value, projectId: projectId! }
}

export async function append(teamId: string, workflowId: string, events: NewEvent[]) {
  const stored = await withTeam(teamId, (trx) => appendEvents(trx, { teamId, workflowId }, events))
  announce(teamId, workflowId, stored)
  return stored
}

export const note = (text: string): NewEvent => ({ kind: 'note', stepId: null, payload: { text } })

export async function finish(teamId: string, workflowId: string) {
  const stored = await withTeam(teamId, async (trx) => {
    const events = await finishWorkflow(
      trx,
      { teamId, workflowId },
      'unverified',
      'There was nothing to test.'
    )
    return appendEvents(trx, { teamId, workflowId }, events)
  })
  announce(teamId, workflowId, stored)
}

export function leaveBehind(
  teamId: string,
  workflowId: string,
  kind: 'patch' | 'mail' | 'plan' | 'verdict',
  text: string
) {
  return withTeam(teamId, async (trx) => {
    const step = await trx.from('workflow_steps').where('workflow_id', workflowId).select('id').firstOrFail()
    return storeArtifacts(trx, { teamId, workflowId, stepId: step.id }, [textArtifact(kind, text)])
  })
}

/** A problem (RFC 9457) of that status, with a sentence for a person. */
export function assertProblem(assert: Assert, response: ApiResponse, status: number) {
  assert.equal(response.status(), status, response.text())
  assert.equal(response.header('content-type'), 'application/problem+json')
  const problem = response.body()
  assert.equal(problem.status, status)
  assert.equal(problem.type, 'about:blank')
  assert.isNotEmpty(problem.title)
  assert.isNotEmpty(problem.detail)
  return problem
}
