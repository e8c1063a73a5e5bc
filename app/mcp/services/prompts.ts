import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'

const say = (text: string) => ({
  messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }],
})

/** Beginnings of conversations that lead through the tools in a good order. */
export function offerPrompts(server: McpServer) {
  server.registerPrompt(
    'fix_with_proof',
    {
      title: 'Fix something, with proof',
      description: 'Starts a workflow for a problem, follows it and reports what was proven.',
      argsSchema: { problem: z.string().max(10_000) },
    },
    ({ problem }) =>
      say(
        `Have AgentOps fix this: ${problem}\n\nChoose the project with list_projects. Look with find_symbol and who_calls where the cause may lie, and name what you found in the task. Start it with start_workflow, follow it with watch_workflow until it has finished, then tell me the outcome with read_verdict and read_diff. Do not call it done unless the outcome is "verified".`
      )
  )
  server.registerPrompt(
    'understand_code',
    {
      title: 'Understand a piece of code',
      description: 'Explains a symbol from the code map, with file and line for each claim.',
      argsSchema: { symbol: z.string().max(200) },
    },
    ({ symbol }) =>
      say(
        `Explain "${symbol}". Use find_symbol, who_calls in both directions and impact_of. Cite file and line for each claim, and say how many references could not be resolved.`
      )
  )
}
