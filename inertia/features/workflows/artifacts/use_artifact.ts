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

/** Of the newest of a kind, or of a certain one. */
export const artifactHref = (workflowId: string, kind: ArtifactKind, artifact?: string) =>
  urlFor('workflow_artifacts.show', { id: workflowId, kind }, artifact ? { qs: { artifact } } : {})

interface Loaded {
  id: string
  value?: unknown
  why?: string
}

/** What an artifact holds, fetched when there is one and again when it is another. */
export function useArtifact<T>(
  workflow: Workflow,
  artifact: Pick<WorkflowArtifact, 'id' | 'kind'> | null,
  as: 'json' | 'text'
): Artifact<T> {
  const id = artifact?.id ?? null
  const kind = artifact?.kind
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [tries, setTries] = useState(0)
  const retry = useCallback(() => {
    setLoaded(null)
    setTries((count) => count + 1)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again
  useEffect(() => {
    if (!id || !kind || kept.has(id)) return
    const abort = new AbortController()
    load(artifactHref(workflow.id, kind, id), as, abort.signal).then(
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
