import { useCallback, useEffect, useState } from 'react'
import { urlFor } from '~/client'
import type { ArtifactKind, Workflow, WorkflowArtifact } from '../server_types'

export type Artifact<T> =
  | { state: 'none' }
  | { state: 'loading' }
  | { state: 'loaded'; value: T }
  | { state: 'failed'; why: string; retry: () => void }

const MAX_KEPT = 12
/** By artifact id: an artifact never changes. */
const kept = new Map<string, unknown>()

function keep(id: string, value: unknown) {
  kept.set(id, value)
  for (const old of [...kept.keys()].slice(0, -MAX_KEPT)) kept.delete(old)
}

/** The newest artifact of a kind; null while there is none. */
export const latestOf = (workflow: Workflow, kind: ArtifactKind): WorkflowArtifact | null =>
  workflow.artifacts.findLast((artifact) => artifact.kind === kind) ?? null

export const artifactHref = (workflowId: string, kind: ArtifactKind) =>
  urlFor('workflow_artifacts.show', { id: workflowId, kind })

interface Loaded {
  id: string
  value?: unknown
  why?: string
}

/** What the newest artifact of a kind holds, fetched when it is there and again when a newer one comes. */
export function useArtifact<T>(workflow: Workflow, kind: ArtifactKind, as: 'json' | 'text'): Artifact<T> {
  const id = latestOf(workflow, kind)?.id ?? null
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [tries, setTries] = useState(0)
  const retry = useCallback(() => {
    setLoaded(null)
    setTries((count) => count + 1)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again
  useEffect(() => {
    if (!id || kept.has(id)) return
    const abort = new AbortController()
    load(artifactHref(workflow.id, kind), as, abort.signal).then(
      (value) => {
        keep(id, value)
        setLoaded({ id, value })
      },
      (error: Error) => !abort.signal.aborted && setLoaded({ id, why: error.message })
    )
    return () => abort.abort()
  }, [id, workflow.id, kind, as, tries])

  if (!id) return { state: 'none' }
  if (kept.has(id)) return { state: 'loaded', value: kept.get(id) as T }
  if (loaded?.id !== id) return { state: 'loading' }
  return { state: 'failed', why: loaded.why ?? 'It could not be read.', retry }
}

async function load(url: string, as: 'json' | 'text', signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal }).catch((error: Error) => {
    throw signal.aborted ? error : new Error('The server could not be reached.')
  })
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return as === 'json' ? response.json() : response.text()
}
