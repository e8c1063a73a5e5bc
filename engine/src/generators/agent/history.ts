import type { ModelMessage, ToolModelMessage } from 'ai'
import { estimateTokens } from '../change/tokens.ts'
import { limits } from './limits.ts'

/** The newest messages keep their results whatever they hold. */
const untouched = 6

/** Estimated tokens of a conversation. */
export function sizeOf(messages: readonly ModelMessage[]): number {
  return messages.reduce((sum, message) => sum + estimateTokens(JSON.stringify(message.content)), 0)
}

/**
 * Leaves old tool results out of a conversation that has become long, oldest first, and says so in their
 * place. Done in large strides: providers cache equal beginnings, and each stride ends theirs.
 */
export function compacted(
  messages: readonly ModelMessage[],
  most: number = limits.historyTokens
): ModelMessage[] {
  let size = sizeOf(messages)
  if (size <= most) return [...messages]
  const target = Math.min(limits.historyTokensKept, most)
  return messages.map((message, index) => {
    if (size <= target || index === 0 || index >= messages.length - untouched || message.role !== 'tool') {
      return message
    }
    const shorter = withoutResults(message)
    size -= sizeOf([message]) - sizeOf([shorter])
    return shorter
  })
}

function withoutResults(message: ToolModelMessage): ToolModelMessage {
  return {
    ...message,
    content: message.content.map((part) => {
      if (part.type !== 'tool-result' || part.output.type !== 'text' || part.output.value.length < 400)
        return part
      const value = `[${part.output.value.length} characters of this result were left out to save room; call ${part.toolName} again if you need them]`
      return { ...part, output: { type: 'text', value } }
    }),
  }
}
