import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import type { Permission } from '#accounts/permissions'
import type { Actor } from '#accounts/services/actor'

/** One tool: the same action or query that pages and API call, with the right that it needs. */
export interface Tool<Shape extends z.ZodRawShape = z.ZodRawShape> {
  name: string
  title: string
  /** For the model that chooses: what it does, what it answers, when to use another one. */
  description: string
  right: Permission
  input: Shape
  /** Whether it changes nothing. */
  readOnly: boolean
  run(input: z.infer<z.ZodObject<Shape>>, call: ToolCall): Promise<object>
}

export interface ToolCall {
  actor: Actor
  signal: AbortSignal
}

export const defineTool = <Shape extends z.ZodRawShape>(tool: Tool<Shape>) => tool as unknown as Tool

/** An answer that is longer than a model should read is cut, and says so. */
const MAX_TEXT = 100_000

function textOf(result: object) {
  const text = JSON.stringify(result, null, 1)
  if (text.length <= MAX_TEXT) return text
  return `${text.slice(0, MAX_TEXT)}\n… cut after ${MAX_TEXT} of ${text.length} characters: ask for less`
}

/** What a person may read of an error: what we threw on purpose has a status below 500. */
function sentenceOf(error: unknown) {
  const { status, message, messages } = error as {
    status?: number
    message?: string
    messages?: { message: string }[]
  }
  if (messages) return messages.map((one) => one.message).join(' ')
  return status && status < 500 && message ? message : null
}

/** Offers the tool to this actor; one that they may not use is not even named to them. */
export function offer(server: McpServer, tool: Tool, call: ToolCall, onUnexpected: (error: unknown) => void) {
  if (!call.actor.can(tool.right)) return
  const annotations = { title: tool.title, readOnlyHint: tool.readOnly, openWorldHint: false }
  const { name, title, description } = tool
  const inputSchema = z.object(tool.input).strict()
  server.registerTool(name, { title, description, inputSchema, annotations }, async (input) => {
    try {
      call.actor.authorize(tool.right)
      const result = await tool.run(input as never, call)
      return { content: [{ type: 'text', text: textOf(result) }] }
    } catch (error) {
      const sentence = sentenceOf(error)
      if (!sentence) onUnexpected(error)
      const text = sentence ?? 'Something went wrong on our side. Try again.'
      return { isError: true, content: [{ type: 'text', text }] }
    }
  })
}
