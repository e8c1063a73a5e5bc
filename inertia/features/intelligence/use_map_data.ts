import { useCallback, useEffect, useState } from 'react'

export type MapData<T> =
  | { state: 'none' }
  /** `before` is the last answer to another question, to stay on the screen in the meantime. */
  | { state: 'loading'; before: T | null }
  | { state: 'loaded'; value: T }
  | { state: 'failed'; why: string; retry: () => void }

const MAX_KEPT = 60
/** By address, which names the map: a map never changes. */
const kept = new Map<string, unknown>()

function keep(url: string, value: unknown) {
  kept.set(url, value)
  for (const old of [...kept.keys()].slice(0, -MAX_KEPT)) kept.delete(old)
}

interface Loaded<T> {
  url: string
  value?: T
  why?: string
}

/** What the server answers at an address; nothing is asked while it is null. */
export function useMapData<T>(url: string | null): MapData<T> {
  const [loaded, setLoaded] = useState<Loaded<T> | null>(null)
  const [tries, setTries] = useState(0)
  const retry = useCallback(() => setTries((count) => count + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again
  useEffect(() => {
    if (!url) return
    if (kept.has(url)) {
      setLoaded({ url, value: kept.get(url) as T })
      return
    }
    const abort = new AbortController()
    load(url, abort.signal).then(
      (value) => {
        keep(url, value)
        setLoaded({ url, value: value as T })
      },
      (error: Error) => !abort.signal.aborted && setLoaded({ url, why: error.message })
    )
    return () => abort.abort()
  }, [url, tries])

  if (!url) return { state: 'none' }
  if (kept.has(url)) return { state: 'loaded', value: kept.get(url) as T }
  if (loaded?.url === url && loaded.why) return { state: 'failed', why: loaded.why, retry }
  return { state: 'loading', before: loaded?.value ?? null }
}

/** The answer if there is one, else the one before it. */
export function latestOf<T>(data: MapData<T>): T | null {
  if (data.state === 'loaded') return data.value
  return data.state === 'loading' ? data.before : null
}

async function load(url: string, signal: AbortSignal): Promise<unknown> {
  const headers = { accept: 'application/json' }
  const response = await fetch(url, { signal, headers }).catch((error: Error) => {
    throw signal.aborted ? error : new Error('The server could not be reached.')
  })
  if (response.ok) return response.json()
  if (response.status === 404) throw new Error('The map has nothing of this name any more.')
  throw new Error(`The server answered ${response.status}.`)
}

type Value = string | number | boolean | null | undefined | readonly string[]

/** An address under a project's map. `mapId` only tells answers of different maps apart. */
export function mapUrl(projectId: string, what: string, mapId: string, query: Record<string, Value> = {}) {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const item of value) params.append(`${key}[]`, item)
    else if (value !== null && value !== undefined && value !== '' && value !== false)
      params.set(key, value === true ? '1' : String(value))
  }
  params.set('at', mapId)
  return `/intelligence/${projectId}/${what}?${params}`
}
