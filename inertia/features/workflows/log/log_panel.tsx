import { useRef, useState } from 'react'
import { urlFor } from '~/client'
import { useShortcut } from '~/hooks/use_shortcut'
import type { StepLog } from '../live/live_state'
import type { Workflow, WorkflowStep } from '../server_types'
import { STEPS } from '../steps'
import { formatAddress, type ViewerAddress } from '../viewer/address'
import { useStoredNumber } from '../viewer/use_stored'
import { LogEmpty } from './log_empty'
import { LogList, type LogListHandle } from './log_list'
import { LogToolbar } from './log_toolbar'
import { useLogSearch } from './use_log_search'
import { useSections } from './use_sections'

interface LogPanelProps {
  workflow: Workflow
  step: WorkflowStep
  log: StepLog | undefined
  /** What came before is still being fetched. */
  loading: boolean
  address: ViewerAddress
  onAddress: (change: Partial<ViewerAddress>) => void
  searchRef: React.RefObject<HTMLInputElement | null>
}

const NONE: StepLog['lines'] = []

export function LogPanel({ workflow, step, log, loading, address, onAddress, searchRef }: LogPanelProps) {
  const lines = log?.lines ?? NONE
  const live = step.status === 'running'
  const list = useRef<LogListHandle>(null)
  const [follow, setFollow] = useState(address.line === null)
  const [wrap, setWrap] = useState(true)
  const [times, setTimes] = useStoredNumber('viewer.log-times', 0)
  const sections = useSections(lines)

  const place = { step: step.name, attempt: step.attempt > 1 ? step.attempt : null }
  const select = (line: number | null) => onAddress({ ...place, line })
  const search = useLogSearch(
    lines,
    address.q,
    (q) => onAddress({ q }),
    (index) => {
      setFollow(false)
      select(lines[index]!.number)
      sections.reveal(index)
      list.current?.toIndex(index)
    }
  )

  useShortcut('n', () => search.move(1), search.query !== '')
  useShortcut('N', () => search.move(-1), search.query !== '')
  useShortcut('f', () => (live ? setFollow(!follow) : list.current?.toEnd()), lines.length > 0)

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <LogToolbar
        search={search}
        searchRef={searchRef}
        live={live}
        follow={follow}
        onFollowChange={setFollow}
        onEnd={() => list.current?.toEnd()}
        wrap={wrap}
        onWrapChange={setWrap}
        times={times === 1}
        onTimesChange={(shown) => setTimes(shown ? 1 : 0)}
        folds={sections.byHead.size > 0}
        folded={sections.folded.size > 0}
        onFoldAll={sections.toggleAll}
        downloadHref={urlFor('workflow_logs.show', { id: workflow.id, stepId: step.id })}
        empty={lines.length === 0}
      />
      {lines.length === 0 ? (
        <LogEmpty step={step} loading={loading} parent={workflow.parent} />
      ) : (
        <LogList
          label={`Log of ${STEPS[step.name].label}, attempt ${step.attempt}`}
          lines={lines}
          live={live}
          follow={follow}
          onFollowChange={setFollow}
          wrap={wrap}
          selected={address.line}
          hrefOf={(line) => formatAddress({ ...address, ...place, line })}
          onSelect={(line) => select(line === address.line ? null : line)}
          search={search}
          sections={sections}
          times={times === 1}
          handle={list}
        />
      )}
    </div>
  )
}
