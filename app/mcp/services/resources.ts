import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import { showMap } from '#intelligence/queries/show_map'
import type { ToolCall } from '#mcp/services/tool'
import { listProjects } from '#projects/queries/list_projects'
import { listWorkflows } from '#workflows/queries/list_workflows'
import { showWorkflow } from '#workflows/queries/show_workflow'

const mimeType = 'application/json'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const idOf = (value: string | string[] | undefined) => {
  const id = Array.isArray(value) ? value[0] : value
  if (!id || !uuid.test(id)) throw new Error('There is no such resource.')
  return id
}

/** Workflows and maps as documents that a client can attach to a conversation. */
export function offerResources(server: McpServer, { actor }: ToolCall) {
  const { teamId } = actor
  if (actor.can('workflows.read')) {
    const list = async () => ({
      resources: (await listWorkflows(teamId, { page: 1, perPage: 50 })).data.map(({ id, number, task }) => ({
        uri: `agentops://workflows/${id}`,
        name: `#${number} ${task.split('\n')[0]!.slice(0, 80)}`,
        mimeType,
      })),
    })
    server.registerResource(
      'workflow',
      new ResourceTemplate('agentops://workflows/{id}', { list }),
      { title: 'Workflow', description: 'A workflow with its steps, outcome and cost.', mimeType },
      async (uri, { id }) => ({
        contents: [{ uri: uri.href, mimeType, text: JSON.stringify(await showWorkflow(teamId, idOf(id))) }],
      })
    )
  }
  if (!actor.can('projects.read')) return
  const list = async () => ({
    resources: (await listProjects(teamId, 1, 100)).data.map(({ id, name }) => ({
      uri: `agentops://projects/${id}/map`,
      name: `Map of ${name}`,
      mimeType,
    })),
  })
  server.registerResource(
    'map',
    new ResourceTemplate('agentops://projects/{id}/map', { list }),
    {
      title: 'Code map',
      description: 'What the map of a repository knows: totals, stack, commit.',
      mimeType,
    },
    async (uri, { id }) => ({
      contents: [{ uri: uri.href, mimeType, text: JSON.stringify(await showMap(teamId, idOf(id))) }],
    })
  )
}
