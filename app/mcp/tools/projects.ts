import { z } from 'zod'
import { defineTool } from '#mcp/services/tool'
import { listProjects } from '#projects/queries/list_projects'

export const listProjectsTool = defineTool({
  name: 'list_projects',
  title: 'List projects',
  description: 'The projects (repositories) of the team, newest first, with the ids that other tools take.',
  right: 'projects.read',
  readOnly: true,
  input: { page: z.number().int().min(1).max(10_000).default(1) },
  run: ({ page }, { actor }) => listProjects(actor.teamId, page, 50),
})
