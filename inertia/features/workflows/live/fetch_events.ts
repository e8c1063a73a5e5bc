import { urlFor } from '~/client'
import type { EventPage } from '../server_types'

/** One page of events after `after`. Throws when the server does not answer with one. */
export async function fetchEvents(
  workflowId: string,
  after: number,
  signal: AbortSignal
): Promise<EventPage> {
  const url = urlFor('workflow_events.index', { id: workflowId }, { qs: { after } })
  const response = await fetch(url, { headers: { accept: 'application/json' }, signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}`)
  return response.json()
}
