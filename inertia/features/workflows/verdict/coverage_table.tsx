import { cn } from '~/lib/cn'
import type { Verdict } from '../server_types'
import { visibleText } from '../visible_text'

type Coverage = NonNullable<Verdict['coverage']>
type Lines = Coverage['before']

/** Line coverage with and without the change, for the files in which it differs. */
export function CoverageTable({ coverage }: { coverage: Coverage }) {
  const { before, after, changes } = coverage
  if (!before && !after) return null
  return (
    <section>
      <h3 className="mb-2 font-semibold">Line coverage</h3>
      <div className="overflow-x-auto rounded-lg border bg-surface">
        <table className="tabular w-full">
          <thead>
            <tr className="border-b text-xs text-muted max-sm:sr-only">
              {['File', 'Before', 'After', 'Change'].map((header, index) => (
                <th
                  key={header}
                  scope="col"
                  className={cn('h-9 px-3 font-medium', index === 0 ? 'text-left' : 'text-right')}
                >
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row name="All files" before={before} after={after} total />
            {changes.map((change) => (
              <Row key={change.path} name={change.path} before={change.before} after={change.after} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Row({
  name,
  before,
  after,
  total = false,
}: {
  name: string
  before: Lines
  after: Lines
  total?: boolean
}) {
  const change = before && after ? Math.round((after.pct - before.pct) * 10) / 10 : null
  return (
    <tr
      className={cn(
        'border-b last:border-b-0 max-sm:grid max-sm:grid-cols-3 max-sm:py-1',
        total && 'font-medium'
      )}
    >
      <th
        scope="row"
        className={cn(
          'h-9 px-3 text-left max-sm:col-span-3 max-sm:h-auto max-sm:py-0.5',
          !total && 'font-mono text-sm font-normal wrap-anywhere'
        )}
      >
        {visibleText(name)}
      </th>
      <Percent lines={before} />
      <Percent lines={after} />
      <td
        className={cn('px-3 text-right whitespace-nowrap', change && (change > 0 ? 'text-ok' : 'text-bad'))}
      >
        {changeWords(change, before, after)}
      </td>
    </tr>
  )
}

function Percent({ lines }: { lines: Lines }) {
  return (
    <td
      className="px-3 text-right whitespace-nowrap max-sm:text-left"
      title={lines ? `${lines.covered} of ${lines.total} lines` : undefined}
    >
      {lines ? `${lines.pct.toFixed(1)} %` : '–'}
    </td>
  )
}

function changeWords(change: number | null, before: Lines, after: Lines): string {
  if (change === null) return after ? 'new' : before ? 'gone' : '–'
  if (change === 0) return '±0'
  return `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)} points`
}
