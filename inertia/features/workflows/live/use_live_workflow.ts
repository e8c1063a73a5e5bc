import { router } from '@inertiajs/react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { LiveMessage, Workflow } from '../server_types'
import { openChannel } from './channel'
import { fetchEvents } from './fetch_events'
import { type FeedView, WorkflowFeed } from './workflow_feed'

const SETTLE_MS = 250

/** The workflow as it is now. What events do not carry (branch, rights) is asked of the server at each turn. */
export function useLiveWorkflow(workflow: Workflow): FeedView {
  const [feed] = useState(() => createFeed(workflow))
  const view = useSyncExternalStore(feed.subscribe, feed.view)

  useEffect(() => {
    feed.start()
    return () => feed.stop()
  }, [feed])

  useEffect(() => feed.reloaded(workflow), [feed, workflow])

  const { snapshot, workflow: live } = view.state
  const turn = turnOf(live)
  const isAhead = turn !== turnOf(snapshot)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further turn asks again
  useEffect(() => {
    if (!isAhead) return
    const timer = setTimeout(() => router.reload({ only: ['workflow', 'can'] }), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [isAhead, turn])

  return view
}

function createFeed(workflow: Workflow) {
  return new WorkflowFeed(workflow, {
    fetchPage: (after, signal) => fetchEvents(workflow.id, after, signal),
    open: (handlers) => openChannel<LiveMessage>(`workflows/${workflow.id}`, handlers),
  })
}

/** Changes when the workflow or one of its steps does. */
const turnOf = (workflow: Workflow) =>
  [workflow.status, ...workflow.steps.map((step) => `${step.id}:${step.status}`)].join(' ')
