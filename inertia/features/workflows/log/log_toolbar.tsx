import {
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  Clock,
  Download,
  FoldVertical,
  Search,
  UnfoldVertical,
  WrapText,
  X,
} from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { buttonClass } from '~/components/button_class'
import { IconButton } from '~/components/icon_button'
import { Input } from '~/components/input'
import { Kbd } from '~/components/kbd'
import { cn } from '~/lib/cn'
import { MAX_MATCHES } from './search'
import type { LogSearch } from './use_log_search'

interface LogToolbarProps {
  search: LogSearch
  searchRef: Ref<HTMLInputElement>
  live: boolean
  follow: boolean
  onFollowChange: (follow: boolean) => void
  onEnd: () => void
  wrap: boolean
  onWrapChange: (wrap: boolean) => void
  times: boolean
  onTimesChange: (times: boolean) => void
  /** There is output that can be folded away; some of it is. */
  folds: boolean
  folded: boolean
  onFoldAll: () => void
  downloadHref: string
  empty: boolean
}

export function LogToolbar(props: LogToolbarProps) {
  const { search, live, follow, wrap } = props
  return (
    <div role="toolbar" aria-label="Log" className="flex flex-wrap items-center gap-1 border-b px-2 py-1.5">
      <SearchField search={search} fieldRef={props.searchRef} />
      <div className="flex items-center gap-1">
        {live ? (
          <button
            type="button"
            aria-pressed={follow}
            onClick={() => props.onFollowChange(!follow)}
            className={cn(
              buttonClass({ variant: 'ghost', size: 'sm' }),
              follow ? 'bg-run-soft text-run' : 'text-muted'
            )}
          >
            <ArrowDownToLine aria-hidden="true" />
            {follow ? 'Following' : 'Follow'}
          </button>
        ) : (
          <IconButton
            size="sm"
            label="Go to the end"
            icon={<ArrowDownToLine aria-hidden="true" />}
            onClick={props.onEnd}
            disabled={props.empty}
          />
        )}
        <IconButton
          size="sm"
          label="Wrap long lines"
          aria-pressed={wrap}
          icon={<WrapText aria-hidden="true" className={wrap ? 'text-accent' : undefined} />}
          onClick={() => props.onWrapChange(!wrap)}
        />
        <IconButton
          size="sm"
          label="Times"
          aria-pressed={props.times}
          icon={<Clock aria-hidden="true" className={props.times ? 'text-accent' : undefined} />}
          onClick={() => props.onTimesChange(!props.times)}
        />
        <IconButton
          size="sm"
          label={props.folded ? 'Unfold all output' : 'Fold all output'}
          icon={props.folded ? <UnfoldVertical aria-hidden="true" /> : <FoldVertical aria-hidden="true" />}
          onClick={props.onFoldAll}
          disabled={!props.folds}
        />
        <a
          href={props.downloadHref}
          download
          aria-label="Download the log"
          title="Download the log"
          className={cn(buttonClass({ variant: 'ghost', size: 'sm' }), 'aspect-square px-0 text-muted')}
        >
          <Download aria-hidden="true" />
        </a>
      </div>
    </div>
  )
}

function SearchField({ search, fieldRef }: { search: LogSearch; fieldRef: Ref<HTMLInputElement> }) {
  const { query, setQuery, matches, current, move } = search
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') move(event.shiftKey ? -1 : 1)
    if (event.key === 'Escape') {
      setQuery('')
      event.currentTarget.blur()
    }
  }
  const total =
    matches.length >= MAX_MATCHES
      ? `${MAX_MATCHES.toLocaleString('en')}+`
      : matches.length.toLocaleString('en')
  return (
    <search className="flex min-w-40 flex-1 items-center gap-1">
      <div className="min-w-0 flex-1 sm:max-w-80">
        <Input
          ref={fieldRef}
          aria-label="Search this log"
          placeholder="Search this log"
          value={query}
          maxLength={200}
          icon={<Search aria-hidden="true" />}
          trailing={
            query ? (
              <IconButton
                size="sm"
                label="Clear the search"
                icon={<X aria-hidden="true" />}
                onClick={() => setQuery('')}
              />
            ) : (
              <span className="pr-1.5 max-sm:hidden">
                <Kbd>/</Kbd>
              </span>
            )
          }
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {query && (
        <>
          <span role="status" className="tabular px-1 text-sm whitespace-nowrap text-muted">
            {matches.length === 0
              ? 'No match'
              : `${current === null ? '–' : (current + 1).toLocaleString('en')} of ${total}`}
          </span>
          <IconButton
            size="sm"
            label="Previous match (N)"
            icon={<ArrowUp aria-hidden="true" />}
            disabled={matches.length === 0}
            onClick={() => move(-1)}
          />
          <IconButton
            size="sm"
            label="Next match (n)"
            icon={<ArrowDown aria-hidden="true" />}
            disabled={matches.length === 0}
            onClick={() => move(1)}
          />
        </>
      )}
    </search>
  )
}
