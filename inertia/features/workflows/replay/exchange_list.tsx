import { Bot, Download, FlaskConical, Play, Wrench } from 'lucide-react'
import { useState } from 'react'
import { urlFor } from '~/client'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { LinkButton } from '~/components/link_button'
import { Skeleton } from '~/components/skeleton'
import type { ExchangeSummary, Workflow } from '../server_types'
import { STEPS } from '../steps'
import { ExchangeText } from './exchange_text'
import { ReplayDialog } from './replay_dialog'
import { useExchanges } from './use_exchanges'

const KIND = { model: Bot, tool: Wrench, execution: FlaskConical }

interface ExchangeListProps {
  workflow: Workflow
  /** Whether this person may replay it now. */
  open: boolean
  /** Changes when there may be more. */
  version: string
}

/** Every question to a model or a tool, in order; from a model's one can go another way. */
export function ExchangeList({ workflow, open, version }: ExchangeListProps) {
  const [page, setPage] = useState(1)
  const [replaying, setReplaying] = useState(false)
  const exchanges = useExchanges(workflow.id, page, version)
  if (exchanges.state === 'loading') return <Skeleton className="m-4 h-24" />
  if (exchanges.state === 'failed') return <p className="p-4 text-muted">{exchanges.why}</p>
  const { data, meta } = exchanges.value
  if (meta.total === 0) return <p className="p-4 text-muted">No model and no tool was asked.</p>
  return (
    <>
      {open && (
        <p className="flex flex-wrap items-center justify-between gap-3 border-b p-3">
          <span className="text-sm text-muted">
            What was answered once can be taken from this record, at no cost.
          </span>
          <span className="flex gap-2">
            <LinkButton
              size="sm"
              download
              icon={<Download aria-hidden="true" />}
              href={urlFor('workflow_records.show', { id: workflow.id })}
            >
              Export record
            </LinkButton>
            <Button size="sm" icon={<Play aria-hidden="true" />} onClick={() => setReplaying(true)}>
              Replay
            </Button>
          </span>
        </p>
      )}
      <ol className="max-h-112 overflow-y-auto">
        {data.map((exchange) => (
          <Row key={exchange.id} workflowId={workflow.id} exchange={exchange} open={open} />
        ))}
      </ol>
      {meta.lastPage > 1 && (
        <p className="flex items-center justify-between gap-3 border-t p-3 text-sm">
          <Button size="sm" disabled={page === 1} onClick={() => setPage(page - 1)}>
            Before
          </Button>
          <span className="tabular text-muted">
            {page} of {meta.lastPage}
          </span>
          <Button size="sm" disabled={page === meta.lastPage} onClick={() => setPage(page + 1)}>
            Next
          </Button>
        </p>
      )}
      {replaying && <ReplayDialog workflow={workflow} onClose={() => setReplaying(false)} />}
    </>
  )
}

interface RowProps {
  workflowId: string
  exchange: ExchangeSummary
  /** Whether a replay may go another way from here. */
  open: boolean
}

function Row({ workflowId, exchange, open }: RowProps) {
  const [shown, setShown] = useState(false)
  const Icon = KIND[exchange.kind]
  const where = `${STEPS[exchange.step].label}${exchange.attempt > 1 ? `, attempt ${exchange.attempt}` : ''}`
  return (
    <li className="border-b px-3 last:border-b-0">
      <div className="flex min-h-10 items-center gap-3">
        <Icon aria-hidden={true} className="size-4 shrink-0 text-muted" />
        <button
          type="button"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
          className="min-w-0 flex-1 py-1.5 text-left wrap-anywhere hover:underline"
        >
          {exchange.turn && <span className="tabular mr-2 text-muted">{exchange.turn}</span>}
          {exchange.name}
          <span className="ml-2 text-sm text-muted">{where}</span>
        </button>
        {exchange.replayed && <Badge>from the record</Badge>}
        {exchange.departed && <Badge>goes another way</Badge>}
        {open && exchange.turn && (
          <LinkButton
            size="sm"
            variant="ghost"
            href={urlFor('workflow_replays.create', { id: workflowId }, { qs: { exchange: exchange.id } })}
            aria-label={`Replay from question ${exchange.turn}`}
          >
            Replay from here
          </LinkButton>
        )}
      </div>
      {shown && <ExchangeText workflowId={workflowId} exchangeId={exchange.id} />}
    </li>
  )
}
