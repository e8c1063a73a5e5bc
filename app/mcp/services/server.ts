import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { offerPrompts } from '#mcp/services/prompts'
import { offerResources } from '#mcp/services/resources'
import { offer, type ToolCall } from '#mcp/services/tool'
import { tools } from '#mcp/tools/index'
import { installation } from '#shared/installation'

const instructions = `AgentOps does tasks on repositories and proves the result with the project's own tests. Start work with start_workflow, follow it with watch_workflow, read the proof with read_verdict. The code map (find_symbol, who_calls, impact_of, routes, schema) says of every answer what could not be resolved: "no callers" with unresolved references is not "unused".`

/** What this actor may do, as a server of the Model Context Protocol. It lives for one request. */
export function mcpServer(call: ToolCall, onUnexpected: (error: unknown) => void): McpServer {
  const server = new McpServer({ name: 'agentops', version: installation().version }, { instructions })
  for (const tool of tools) offer(server, tool, call, onUnexpected)
  offerResources(server, call)
  offerPrompts(server)
  return server
}
