import type { Data } from '@generated/data'
import type { ReactNode } from 'react'
import { urlFor } from '~/client'
import { Duration } from '~/components/duration'
import { Money } from '~/components/money'
import { Status } from '~/components/status'
import { TextLink } from '~/components/text_link'
import { lookOf } from '../status'

type Side = Data.Workflows.WorkflowComparison['a']

const took = ({ startedAt, finishedAt }: Side) =>
  startedAt && finishedAt ? Date.parse(finishedAt) - Date.parse(startedAt) : null

const rows: [label: string, of: (side: Side) => ReactNode][] = [
  ['Outcome', ({ status, outcome }) => <Status {...lookOf(status, outcome)} />],
  ['Cost', ({ costMicros }) => <Money microDollars={costMicros} />],
  ['Duration', (side) => (took(side) === null ? '–' : <Duration ms={took(side)!} />)],
  ['Models', ({ models }) => (models.length > 0 ? models.join(', ') : 'none')],
  [
    'Tokens in and out',
    ({ inputTokens, outputTokens }) =>
      `${inputTokens.toLocaleString('en')} and ${outputTokens.toLocaleString('en')}`,
  ],
  ['Attempts', ({ attempts }) => attempts],
  ['Strength of the proof', ({ strength }) => strength ?? 'not measured'],
  ['Verdict', ({ verdict, outcomeReason }) => verdict?.proof ?? outcomeReason ?? '–'],
  ['Plan', ({ summary }) => summary ?? '–'],
  [
    'Commit',
    ({ baseCommit }) => <code className="font-mono text-sm">{baseCommit?.slice(0, 12) ?? '–'}</code>,
  ],
]

/** What one asks of two ways to do the same, beside each other. */
export function ComparedFacts({ a, b }: { a: Side; b: Side }) {
  return (
    <div className="overflow-x-auto rounded-lg border bg-surface">
      <table className="tabular w-full min-w-xl table-fixed">
        <caption className="sr-only">Facts of both workflows</caption>
        <thead>
          <tr className="border-b">
            <th scope="col" className="w-40 px-3 text-left text-xs font-medium text-muted">
              <span className="sr-only">Fact</span>
            </th>
            {[a, b].map((side) => (
              <th key={side.id} scope="col" className="h-9 px-3 text-left font-semibold">
                <TextLink href={urlFor('workflows.show', { id: side.id })}>#{side.number}</TextLink>{' '}
                <span className="font-normal text-muted">{side.projectName}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, of]) => (
            <tr key={label} className="border-b align-baseline last:border-b-0">
              <th scope="row" className="px-3 py-2 text-left font-normal text-muted">
                {label}
              </th>
              <td className="px-3 py-2 wrap-anywhere">{of(a)}</td>
              <td className="px-3 py-2 wrap-anywhere">{of(b)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
