import { Search } from 'lucide-react'
import { lazy, type RefObject, Suspense, useEffect, useId, useState } from 'react'
import { Badge } from '~/components/badge'
import { Input } from '~/components/input'
import { Kbd } from '~/components/kbd'
import { cn } from '~/lib/cn'
import { lookOfKind } from '../kinds'
import { SearchFoot } from '../search/search_foot'
import type { SymbolAnswer, SymbolHit } from '../server_types'
import { latestOf, mapUrl, useMapData } from '../use_map_data'
import { NO_FILTERS, SearchFilterMenu, type SearchFilters } from './search_filters'

interface SearchBoxProps {
  projectId: string
  mapId: string
  workflow: string | null
  languages: readonly string[]
  onChoose: (hit: SymbolHit) => void
  field: RefObject<HTMLInputElement | null>
}

const MeaningDialog = lazy(() => import('../search/meaning_dialog'))

const AFTER_MS = 140
/** A model reads the question only when somebody has paused on it. */
const AFTER_A_PAUSE_MS = 550
const SHORTEST_QUESTION = 4

/** The text once nobody has typed for a moment. */
function useSettled(text: string, afterMs: number) {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), afterMs)
    return () => clearTimeout(timer)
  }, [text, afterMs])
  return settled
}

/** Finds files and symbols by name, and by what is written about them. Arrows move, Enter takes, Escape leaves. */
export function SearchBox({ projectId, mapId, workflow, languages, onChoose, field }: SearchBoxProps) {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const [filters, setFilters] = useState<SearchFilters>(NO_FILTERS)
  const listId = useId()
  const [aboutMeaning, setAboutMeaning] = useState(false)
  const [canAsk, setCanAsk] = useState(false)
  const q = useSettled(text.trim(), AFTER_MS)
  const paused = useSettled(text.trim(), AFTER_A_PAUSE_MS) === q
  const meaning = canAsk && paused && q.length >= SHORTEST_QUESTION
  const wanted = open && (q !== '' || filters !== NO_FILTERS)
  const { changed, ...given } = filters
  const query = { q, ...given, workflow: changed ? workflow : null, limit: 20, meaning: meaning ? '1' : '0' }
  const found = useMapData<SymbolAnswer>(wanted ? mapUrl(projectId, 'search', mapId, query) : null)
  const answer = latestOf(found)
  const able = answer !== null && ['ready', 'used', 'failed'].includes(answer.meaning.state)
  if (answer && able !== canAsk) setCanAsk(able)
  const hits = wanted ? (answer?.hits ?? []) : []
  const active = hits[Math.min(at, hits.length - 1)]

  function take(hit: SymbolHit) {
    setOpen(false)
    setText('')
    onChoose(hit)
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && hits.length > 0) {
      event.preventDefault()
      setAt((before) => (Math.min(before, hits.length - 1) + step + hits.length) % hits.length)
    } else if (event.key === 'Enter' && active) {
      event.preventDefault()
      take(active)
    } else if (event.key === 'Escape') setOpen(false)
  }

  return (
    <search
      className="relative flex min-w-0 flex-1 basis-64 gap-1.5"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <div className="min-w-0 flex-1">
        <Input
          ref={field}
          role="combobox"
          aria-label="Search the map"
          aria-expanded={wanted}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={wanted && active ? `${listId}-${active.id}` : undefined}
          placeholder="Search files, classes, functions, routes"
          icon={<Search />}
          trailing={<Kbd>/</Kbd>}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
            setOpen(true)
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
      </div>
      <SearchFilterMenu
        filters={filters}
        languages={languages}
        canAskChanged={workflow !== null}
        onMeaning={() => setAboutMeaning(true)}
        onChange={(next) => {
          setFilters(next)
          setAt(0)
          setOpen(true)
        }}
      />
      {wanted && (
        <div className="absolute inset-x-0 top-full z-30 mt-1 rounded-lg border bg-surface shadow-pop">
          <div id={listId} role="listbox" aria-label="Found" className="max-h-96 overflow-y-auto p-1">
            {hits.map((hit) => (
              <Hit key={hit.id} id={`${listId}-${hit.id}`} hit={hit} active={hit === active} onTake={take} />
            ))}
          </div>
          <SearchFoot
            answer={answer}
            failed={found.state === 'failed' ? found.why : null}
            onMeaning={() => {
              setOpen(false)
              setAboutMeaning(true)
            }}
          />
        </div>
      )}
      {aboutMeaning && (
        <Suspense>
          <MeaningDialog projectId={projectId} onClose={() => setAboutMeaning(false)} />
        </Suspense>
      )}
    </search>
  )
}

interface HitProps {
  id: string
  hit: SymbolHit
  active: boolean
  onTake: (hit: SymbolHit) => void
}

function Hit({ id, hit, active, onTake }: HitProps) {
  const { icon: Icon, word } = lookOfKind(hit.kind)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: focus stays in the input, which answers the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onTake(hit)}
      className={cn(
        'flex min-h-9 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 hover:bg-raised pointer-coarse:min-h-11',
        active && 'bg-raised'
      )}
    >
      <Icon aria-label={word} className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate font-medium">
          {hit.name}
        </span>
        {hit.kind !== 'file' && (
          <span className="block truncate font-mono text-xs text-muted">
            {hit.path}:{hit.line}
          </span>
        )}
      </span>
      {hit.role && <Badge>{hit.role}</Badge>}
      {hit.by !== 'name' && <Badge tone="info">by its {hit.by}</Badge>}
    </div>
  )
}
