import { z } from 'zod'
import { impactOfChanges } from '#intelligence/queries/impact_of'
import { neighboursOf } from '#intelligence/queries/neighbours_of'
import { changesOfIds } from '#intelligence/queries/node_ref'
import { searchSymbols } from '#intelligence/queries/search_symbols'
import { showRoutes } from '#intelligence/queries/show_routes'
import { showSchema } from '#intelligence/queries/show_schema'
import { openMapOf } from '#intelligence/services/map_cache'
import { defineTool } from '#mcp/services/tool'

const project = z.uuid().describe('The id of the project, from list_projects.')
const id = z.string().min(1).max(1000).describe('The id of a node, from find_symbol.')
const honest = 'Says how many references could be resolved and how many not.'

export const findSymbol = defineTool({
  name: 'find_symbol',
  title: 'Find in the code map',
  description: `Finds files, classes, functions, routes and tables of a repository by name or words. ${honest}`,
  right: 'projects.read',
  readOnly: true,
  input: {
    project,
    query: z.string().min(1).max(200),
    under: z.string().max(500).optional().describe('Only below this folder.'),
    limit: z.number().int().min(1).max(100).default(20),
  },
  run: async ({ query, ...input }, { actor }) =>
    searchSymbols(actor.teamId, await openMapOf(actor.teamId, input.project), {
      q: query,
      limit: input.limit,
      ...(input.under && { under: input.under }),
    }),
})

export const whoCalls = defineTool({
  name: 'who_calls',
  title: 'Who uses it, what does it use',
  description: `Who uses a symbol or file ("users"), or what it uses ("used"), up to a depth, with line, provenance and confidence. ${honest}`,
  right: 'projects.read',
  readOnly: true,
  input: {
    project,
    id,
    direction: z.enum(['users', 'used']).default('users'),
    depth: z.number().int().min(1).max(5).default(1),
  },
  run: async ({ project: projectId, ...input }, { actor }) =>
    neighboursOf(await openMapOf(actor.teamId, projectId), input),
})

export const impactOf = defineTool({
  name: 'impact_of',
  title: 'What a change affects',
  description: `What depends on these symbols or files, and exactly which tests to run. ${honest}`,
  right: 'projects.read',
  readOnly: true,
  input: { project, ids: z.array(id).min(1).max(200) },
  run: async ({ project: projectId, ids }, { actor }) => {
    const map = await openMapOf(actor.teamId, projectId)
    return impactOfChanges(map, changesOfIds(map, ids))
  },
})

export const routes = defineTool({
  name: 'routes',
  title: 'Routes of an application',
  description: 'The HTTP routes: method, path, middleware, handler, and the tables that they come to.',
  right: 'projects.read',
  readOnly: true,
  input: {
    project,
    query: z.string().max(200).optional(),
    page: z.number().int().min(1).max(10_000).default(1),
  },
  run: async ({ project: projectId, query, page }, { actor }) =>
    showRoutes(await openMapOf(actor.teamId, projectId), { page, ...(query && { q: query }) }),
})

export const schema = defineTool({
  name: 'schema',
  title: 'Database schema of an application',
  description:
    'Tables and columns replayed from the migrations, models and relations, and where they differ.',
  right: 'projects.read',
  readOnly: true,
  input: { project },
  run: async ({ project: projectId }, { actor }) => showSchema(await openMapOf(actor.teamId, projectId)),
})
