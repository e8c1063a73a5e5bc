import type { Data } from '@generated/data'
import { useEffect, useRef, useState } from 'react'
import { urlFor } from '~/client'

export type Repository = Data.Projects.Repository

interface RepositoryPage {
  data: Repository[]
  meta: { page: number; total: number; lastPage: number }
}

interface Shown {
  search: string
  rows: Repository[]
  page: RepositoryPage['meta'] | null
  failed: boolean
  loading: boolean
}

const QUIET_MS = 150
const PER_PAGE = 50

async function fetchPage(search: string, page: number, signal: AbortSignal): Promise<RepositoryPage> {
  const url = urlFor('repositories.index', {}, { qs: { search, page, perPage: PER_PAGE } })
  const response = await fetch(url, { headers: { accept: 'application/json' }, signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}`)
  return response.json()
}

/** Repositories as somebody types, page by page. An answer that comes too late for what is typed now is dropped. */
export function useRepositories(search: string, refreshed: number) {
  const [shown, setShown] = useState<Shown>({
    search: '',
    rows: [],
    page: null,
    failed: false,
    loading: true,
  })
  const asking = useRef<AbortController | null>(null)

  const ask = (page: number, before: Repository[]) => {
    asking.current?.abort()
    const controller = new AbortController()
    asking.current = controller
    setShown((now) => ({ ...now, loading: true, failed: false }))
    fetchPage(search, page, controller.signal)
      .then(({ data, meta }) =>
        setShown({ search, rows: [...before, ...data], page: meta, failed: false, loading: false })
      )
      .catch(() => {
        if (!controller.signal.aborted) setShown((now) => ({ ...now, failed: true, loading: false }))
      })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for what is typed and after a refresh, for nothing else
  useEffect(() => {
    const timer = setTimeout(() => ask(1, []), QUIET_MS)
    return () => {
      clearTimeout(timer)
      asking.current?.abort()
    }
  }, [search, refreshed])

  const more = shown.page && shown.page.page < shown.page.lastPage ? shown.page.page + 1 : null
  return {
    ...shown,
    showMore: more === null ? null : () => ask(more, shown.rows),
    again: () => ask(1, []),
  }
}
