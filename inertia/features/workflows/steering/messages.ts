import { isKind } from '../live/apply_event.js'
import type { StoredEvent } from '../server_types.js'

export interface Message {
  id: string
  text: string
  by: string
  at: string
  /** When the model was told; null while it has not been. */
  heardAt: string | null
}

/** What people have said to the workflow, oldest first: each is sent once and heard once at most. */
export function messagesIn(events: readonly StoredEvent[]): Message[] {
  const messages = new Map<string, Message>()
  for (const event of events) {
    if (!isKind(event, 'message')) continue
    const { id, text, by, heard } = event.payload
    const known = messages.get(id)
    if (heard)
      messages.set(id, { ...(known ?? { id, text, by, at: event.createdAt }), heardAt: event.createdAt })
    else messages.set(id, { id, text, by, at: event.createdAt, heardAt: known?.heardAt ?? null })
  }
  return [...messages.values()]
}
