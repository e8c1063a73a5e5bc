import { Money } from '~/components/money'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { formatDuration } from '~/lib/format_duration'
import type { Usage } from '../server_types'

type Call = Usage & { at: string }

const figure = (value: number) => value.toLocaleString('en')
const of = (part: number, what: string) =>
  part > 0 ? <span className="block text-xs text-muted">{`${figure(part)} ${what}`}</span> : null

const COLUMNS: readonly Column<Call>[] = [
  {
    key: 'model',
    header: 'Model',
    primary: true,
    cell: (call) => (
      <span className="wrap-anywhere">
        {call.model}
        <span className="block text-xs text-muted">
          {call.provider} · {call.purpose}
        </span>
      </span>
    ),
  },
  { key: 'at', header: 'When', cell: (call) => <RelativeTime at={call.at} className="text-muted" /> },
  {
    key: 'in',
    header: 'Tokens in',
    align: 'end',
    cell: (call) => (
      <span>
        {figure(call.inputTokens)}
        {of(call.cachedInputTokens, 'cached')}
      </span>
    ),
  },
  {
    key: 'out',
    header: 'Tokens out',
    align: 'end',
    cell: (call) => (
      <span>
        {figure(call.outputTokens)}
        {of(call.reasoningTokens, 'reasoning')}
      </span>
    ),
  },
  { key: 'latency', header: 'Took', align: 'end', cell: (call) => formatDuration(call.latencyMs) },
  {
    key: 'cost',
    header: 'Cost',
    align: 'end',
    cell: (call) => (
      <span title={`Price table ${call.priceVersion}`}>
        {call.costMicros === null ? 'no price known' : <Money microDollars={call.costMicros} />}
      </span>
    ),
  },
]

/** Every call of a model, with what it took and what it cost. */
export function UsageLedger({ usage, total }: { usage: readonly Call[]; total: number }) {
  if (usage.length === 0)
    return <p className="p-4 text-muted">No model was called. Recipes work without one and cost nothing.</p>
  return (
    <>
      <Table caption="Calls of models" columns={COLUMNS} rows={usage} rowKey={(call) => call.callId} />
      <p className="tabular flex justify-between border-t px-3 py-2 font-medium">
        <span>
          {figure(usage.length)} {usage.length === 1 ? 'call' : 'calls'}
        </span>
        <Money microDollars={total} />
      </p>
    </>
  )
}
