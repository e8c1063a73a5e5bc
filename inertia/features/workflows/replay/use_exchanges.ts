import { useEffect, useState } from 'react'
import { urlFor } from '~/client'
import type { ExchangeDetails, ExchangeSummary } from '../server_types'

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'loaded'; value: T }
  | { state: 'failed'; why: string }

async function getJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' }, signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return response.json()
}

/** Asked for when it is shown, and again when `version` changes. */
function useJson<T>(url: string, version: string): Loaded<T> {
  const [loaded, setLoaded] = useState<{ key: string; result: Loaded<T> } | null>(null)
  const key = `${url} ${version}`
  useEffect(() => {
    const abort = new AbortController()
    getJson<T>(url, abort.signal).then(
      (value) => setLoaded({ key, result: { state: 'loaded', value } }),
      (error: Error) =>
        !abort.signal.aborted && setLoaded({ key, result: { state: 'failed', why: error.message } })
    )
    return () => abort.abort()
  }, [url, key])
  return loaded?.key === key ? loaded.result : { state: 'loading' }
}

interface ExchangePage {
  data: ExchangeSummary[]
  meta: { page: number; perPage: number; total: number; lastPage: number }
}

export const useExchanges = (workflowId: string, page: number, version: string) =>
  useJson<ExchangePage>(
    urlFor('workflow_exchanges.index', { id: workflowId }, { qs: { page, perPage: 50 } }),
    version
  )

export const useExchange = (workflowId: string, exchangeId: string) =>
  useJson<ExchangeDetails>(urlFor('workflow_exchanges.show', { id: workflowId, exchangeId }), '')
