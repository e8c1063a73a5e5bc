import { type QuestionPart, questionParts } from '@agentops/engine/contract'

interface Message {
  role: string
  content: unknown
}

/** A kept question of a model, text by text; without any where it was too long to be kept whole. */
export function questionOf(request: string): { instructions: string | null; parts: QuestionPart[] } {
  const messages = messagesIn(request)
  const system = messages.find(({ role }) => role === 'system')?.content
  return { instructions: typeof system === 'string' ? system : null, parts: questionParts(messages) }
}

function messagesIn(request: string): Message[] {
  try {
    const messages: unknown = JSON.parse(request)
    return Array.isArray(messages) ? messages : []
  } catch {
    return []
  }
}
