import { router } from '@inertiajs/react'
import { FolderSearch, RefreshCw, Search } from 'lucide-react'
import { useState } from 'react'
import { urlFor } from '~/client'
import { Banner } from '~/components/banner'
import { Button } from '~/components/button'
import { Input } from '~/components/input'
import { Skeleton } from '~/components/skeleton'
import type { Connection } from '~/features/connections/host_words'
import { inTeamOfPage } from '~/lib/team_address'
import { RepositoryRow } from './repository_row'
import { useRepositories } from './use_repositories'

const MOST = 20

/** Finds repositories among thousands while one types, and adds several at once. */
export function RepositoryPicker({ connections }: { connections: Connection[] }) {
  const [search, setSearch] = useState('')
  const [refreshed, setRefreshed] = useState(0)
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const [busy, setBusy] = useState(false)
  const found = useRepositories(search, refreshed)
  const choose = (id: string, path: string, wanted: boolean) => {
    const next = new Map(chosen)
    if (wanted) next.set(id, path)
    else next.delete(id)
    setChosen(next)
  }
  const add = () =>
    router.post(
      '/projects/imports',
      { repositories: [...chosen.keys()] },
      { onStart: () => setBusy(true), onFinish: () => setBusy(false) }
    )
  return (
    <div className="grid gap-3">
      <div className="flex gap-2">
        <div className="relative min-w-0 flex-1">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
          />
          <Input
            type="search"
            aria-label="Search repositories"
            placeholder="Search by name or owner"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="pl-8"
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <Refresh onDone={() => setRefreshed((count) => count + 1)} />
      </div>
      <Problems connections={connections} />
      <div className="max-h-[28rem] overflow-y-auto rounded-lg border bg-surface" aria-busy={found.loading}>
        <Rows found={found} search={search} chosen={chosen} choose={choose} connections={connections} />
      </div>
      <p className="tabular text-sm text-muted" aria-live="polite">
        {found.page
          ? `${found.page.total.toLocaleString('en-US')} ${search ? 'found' : 'repositories'}`
          : ' '}
      </p>
      <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t bg-bg py-3">
        <Button
          variant="primary"
          busy={busy}
          disabled={chosen.size === 0 || chosen.size > MOST}
          onClick={add}
        >
          {busy
            ? 'Looking at the repositories …'
            : chosen.size > 1
              ? `Add ${chosen.size} projects`
              : 'Add project'}
        </Button>
        <p className="min-w-0 flex-1 truncate text-sm text-muted">
          {chosen.size > MOST ? `At most ${MOST} at once.` : [...chosen.values()].join(', ')}
        </p>
      </div>
    </div>
  )
}

interface RowsProps {
  found: ReturnType<typeof useRepositories>
  search: string
  chosen: ReadonlyMap<string, string>
  choose: (id: string, path: string, wanted: boolean) => void
  connections: Connection[]
}

function Rows({ found, search, chosen, choose, connections }: RowsProps) {
  if (found.failed) {
    return (
      <div className="grid justify-items-center gap-3 p-8 text-center">
        <p>The list could not be loaded.</p>
        <Button onClick={found.again}>Try again</Button>
      </div>
    )
  }
  if (!found.page) return <Loading />
  if (found.rows.length === 0) {
    const reading = connections.some(({ syncedAt, syncProblem }) => !syncedAt && !syncProblem)
    return (
      <div className="grid justify-items-center gap-2 p-8 text-center text-muted">
        <FolderSearch aria-hidden="true" className="size-6" />
        <p>
          {search
            ? `No repository has “${search}” in its path.`
            : reading
              ? 'The list is being read. Refresh it in a moment.'
              : 'The connected accounts see no repositories.'}
        </p>
      </div>
    )
  }
  return (
    <>
      <ul className="divide-y">
        {found.rows.map((row) => (
          <RepositoryRow
            key={row.id}
            repository={row}
            chosen={chosen.has(row.id)}
            onChoose={(wanted) => choose(row.id, row.path, wanted)}
          />
        ))}
      </ul>
      {found.showMore && (
        <div className="border-t p-2 text-center">
          <Button size="sm" busy={found.loading} onClick={found.showMore}>
            Show more
          </Button>
        </div>
      )}
    </>
  )
}

function Loading() {
  return (
    <div className="grid gap-4 p-4">
      <span className="sr-only">Loading repositories</span>
      {Array.from({ length: 6 }, (_, row) => (
        <div key={row} className="grid gap-1.5">
          <Skeleton className="w-2/5" />
          <Skeleton className="h-3 w-3/5" />
        </div>
      ))}
    </div>
  )
}

function Problems({ connections }: { connections: Connection[] }) {
  const broken = connections.filter(({ health }) => health === 'expired' || health === 'revoked')
  if (broken.length === 0) return null
  return (
    <Banner
      tone="warn"
      title={`${broken.map(({ accountLogin }) => accountLogin).join(', ')} must be reconnected`}
    >
      Until then its repositories are shown as they were last read, and cannot be added.
    </Banner>
  )
}

function Refresh({ onDone }: { onDone: () => void }) {
  const [busy, setBusy] = useState(false)
  const refresh = async () => {
    setBusy(true)
    const token = decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '')
    await fetch(inTeamOfPage(urlFor('repositories.store')), {
      method: 'POST',
      headers: { accept: 'application/json', 'x-xsrf-token': token },
    }).catch(() => null)
    // the list is read in the background; most are done by then
    await new Promise((resolve) => setTimeout(resolve, 1500))
    setBusy(false)
    onDone()
  }
  return (
    <Button busy={busy} onClick={refresh} aria-label="Read the list anew">
      <RefreshCw aria-hidden="true" />
      <span className="max-sm:sr-only">Refresh</span>
    </Button>
  )
}
