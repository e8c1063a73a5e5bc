/** A message of a conversation, as far as its texts go. */
export interface Told {
  role: string
  content: unknown
}

export interface QuestionPart {
  /** Counts the texts of a question from 0. */
  index: number
  role: 'user' | 'tool'
  /** The tool that answered; null where somebody speaks. */
  tool: string | null
  text: string
}

/** What a question asks beyond what had been answered before, text by text. Instructions are none of them. */
export function questionParts(messages: readonly Told[]): QuestionPart[] {
  const parts: QuestionPart[] = []
  withTexts(messages, (text, part) => {
    parts.push({ ...part, text })
    return text
  })
  return parts
}

/** The same messages with other texts in some places. */
export function withParts<T extends Told>(
  messages: readonly T[],
  changed: readonly { index: number; text: string }[]
): T[] {
  const texts = new Map(changed.map(({ index, text }) => [index, text]))
  return withTexts(messages, (text, { index }) => texts.get(index) ?? text)
}

function withTexts<T extends Told>(
  messages: readonly T[],
  change: (text: string, part: Omit<QuestionPart, 'text'>) => string
): T[] {
  const from = messages.findLastIndex(({ role }) => role === 'assistant') + 1
  let index = 0
  return messages.map((message, at) => {
    const { role, content } = message
    if (at < from || (role !== 'user' && role !== 'tool')) return message
    if (typeof content === 'string')
      return { ...message, content: change(content, { index: index++, role, tool: null }) }
    if (!Array.isArray(content)) return message
    const parts = (content as ToolResult[]).map((part) => {
      if (part.type !== 'tool-result' || part.output?.type !== 'text') return part
      const value = change(part.output.value, { index: index++, role, tool: part.toolName })
      return { ...part, output: { ...part.output, value } }
    })
    return { ...message, content: parts }
  })
}

interface ToolResult {
  type: string
  toolName: string
  output?: { type: string; value: string }
}
