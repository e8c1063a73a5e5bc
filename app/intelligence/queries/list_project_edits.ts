import { teamRows } from '#accounts/services/team_rows'

/** A workflow that has left a change behind. */
export interface ProjectEdit {
  id: string
  number: number
  task: string
}

const sql = `
  select w.id, w.number, left(split_part(w.task, E'\\n', 1), 80) as task from workflows w
  where w.project_id = $1 and exists (
    select from workflow_artifacts a where a.workflow_id = w.id and a.kind = 'patch')
  order by w.number desc limit 30`

/** The newest workflows of a project that changed something, for the overlay of edits. */
export const listProjectEdits = (teamId: string, projectId: string) =>
  teamRows<ProjectEdit>(teamId, sql, [projectId])
