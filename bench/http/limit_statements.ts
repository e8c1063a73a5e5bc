const token = `token as (select t.team_id, t.user_id from bench_limit.api_tokens t where t.token_hash = $1)`

/** The token's check, a page of projects and their total, in one statement. */
export const listProjects = `
  with ${token}
  select p.id, p.name, p.remote_kind as "remoteKind", p.remote_url as "remoteUrl",
    p.default_branch as "defaultBranch", p.created_at as "createdAt", p.next_workflow_number - 1 as workflows,
    (select w.created_at from bench_limit.workflows w where w.project_id = p.id
     order by w.created_at desc, w.id desc limit 1) as "lastWorkflowAt",
    (select count(*) from bench_limit.projects c where c.team_id = token.team_id)::int as total
  from token join bench_limit.projects p on p.team_id = token.team_id
  order by p.created_at desc, p.id desc limit $2 offset $3`

/** The token's check and everything a workflow starts with, in one statement. */
export const createWorkflow = `
  with ${token}, project as (
    update bench_limit.projects p set next_workflow_number = next_workflow_number + 1
    from token where p.id = $2 and p.team_id = token.team_id
    returning p.id, p.team_id, token.user_id, p.next_workflow_number - 1 as number
  ), workflow as (
    insert into bench_limit.workflows (team_id, project_id, number, task, created_by, last_seq)
    select team_id, id, number, $3, user_id, 1 from project
    returning id, team_id, project_id, number, status, task, created_at
  ), steps as (
    insert into bench_limit.workflow_steps (team_id, workflow_id, name, position, status, queued_at)
    select workflow.team_id, workflow.id, s.name, s.position,
      case when s.position = 1 then 'queued' else 'pending' end,
      case when s.position = 1 then clock_timestamp() end
    from workflow, unnest(array['analyze', 'plan', 'generate', 'test', 'publish']) with ordinality as s(name, position)
    returning id, team_id, workflow_id, position
  ), event as (
    insert into bench_limit.workflow_events (workflow_id, team_id, seq, kind, payload)
    select id, team_id, 1, 'workflow', '{"status":"queued","outcome":null,"reason":null}' from workflow
  ), bell as (
    insert into bench_limit.outbox (team_id, workflow_id, job_id, payload)
    select team_id, workflow_id, workflow_id || '.analyze.1.0',
      jsonb_build_object('teamId', team_id, 'workflowId', workflow_id, 'stepId', id)
    from steps where position = 1
  )
  select id, number, status, created_at as "createdAt", project_id as "projectId", task from workflow`
