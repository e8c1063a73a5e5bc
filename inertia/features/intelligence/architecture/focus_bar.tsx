import { X } from 'lucide-react'
import { Button } from '~/components/button'
import { Select } from '~/components/select'
import { type Go, MAX_DEPTH, type MapAddress } from '../address'
import { count } from '../kinds'
import { latestOf } from '../use_map_data'
import type { Pictured } from './use_picture'

const DIRECTIONS = [
  { value: 'users', label: 'Who uses it' },
  { value: 'used', label: 'What it uses' },
]

const DEPTHS = Array.from({ length: MAX_DEPTH }, (_, index) => ({
  value: String(index + 1),
  label: index === 0 ? '1 step' : `${index + 1} steps`,
}))

const short = (id: string) => id.slice(id.lastIndexOf('/') + 1)

/** What the picture is about while it is about one node, with how much could be told. */
export function FocusBar({ address, go, pictured }: { address: MapAddress; go: Go; pictured: Pictured }) {
  const { focus, to, dir, depth } = address
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border bg-surface px-3 py-2">
      <p className="min-w-0 flex-1 basis-60 truncate">
        {to ? 'From ' : 'Around '}
        <strong className="font-medium" title={focus ?? ''}>
          {short(focus ?? '')}
        </strong>
        {to && (
          <>
            {' to '}
            <strong className="font-medium" title={to}>
              {short(to)}
            </strong>
          </>
        )}
      </p>
      {!to && (
        <>
          <Select
            aria-label="Direction"
            className="w-36"
            options={DIRECTIONS}
            value={dir}
            onChange={({ target }) => go({ dir: target.value as MapAddress['dir'] })}
          />
          <Select
            aria-label="How far"
            className="w-28"
            options={DEPTHS}
            value={String(depth)}
            onChange={({ target }) => go({ depth: Number(target.value) })}
          />
        </>
      )}
      {to && (
        <Button size="sm" onClick={() => go({ focus: to, to: focus })}>
          Other way round
        </Button>
      )}
      <Button
        size="sm"
        variant="ghost"
        icon={<X aria-hidden="true" />}
        onClick={() => go({ focus: null, to: null })}
      >
        Whole map
      </Button>
      <FocusCounts pictured={pictured} />
    </div>
  )
}

function FocusCounts({ pictured }: { pictured: Pictured }) {
  const way = pictured.way.state === 'none' ? null : latestOf(pictured.way)
  if (way) {
    const found =
      way.edges === null ? 'No way is known' : `A shortest way has ${count(way.edges.length, 'step')}`
    return (
      <p role="status" className="tabular basis-full text-sm text-muted">
        {found}
        {way.otherWay && ', but there is one the other way round'}. {count(way.unresolved, 'reference')} of
        the repository could not be resolved; a way through one of them is not seen.
      </p>
    )
  }
  const near = latestOf(pictured.neighbours)
  if (!near) return null
  return (
    <p role="status" className="tabular basis-full text-sm text-muted">
      {near.reached.length === 0 &&
        (near.direction === 'users' ? 'No user is known. ' : 'It uses nothing known. ')}
      {count(near.resolved, 'reference')} resolved,{' '}
      {near.unresolved === 0
        ? 'none that could not be.'
        : `${near.unresolved.toLocaleString('en')} could not be: each may be one more.`}
      {near.truncated && ' Only the nearest are drawn.'}
    </p>
  )
}
