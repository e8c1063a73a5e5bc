import type { ReactNode } from 'react'
import { Duration } from '~/components/duration'
import type { Verdict } from '../server_types'

type Run = Pick<Verdict, 'exitCode' | 'stoppedBy' | 'durationMs' | 'report'>

/** The run with the change beside the one without it. */
export function RunTable({ verdict }: { verdict: Verdict }) {
  const { base } = verdict
  const unit = verdict.report?.unit ?? base?.report?.unit ?? 'tests'
  const rows: [label: string, of: (run: Run) => ReactNode][] = [
    ['Passed', ({ report }) => count(report?.passed)],
    ['Failed', ({ report }) => count(report?.failed, 'text-bad font-semibold')],
    ['Skipped', ({ report }) => count(report?.skipped)],
    ['Exit code', (run) => run.exitCode ?? '–'],
    ['Stopped by', (run) => run.stoppedBy ?? '–'],
    ['Duration', (run) => (run.durationMs > 0 ? <Duration ms={run.durationMs} /> : '–')],
  ]
  return (
    <section>
      <h3 className="mb-2 font-semibold">{unit === 'packages' ? 'Packages' : 'Tests'}</h3>
      <div className="overflow-x-auto rounded-lg border bg-surface">
        <table className="tabular w-full">
          <thead>
            <tr className="border-b text-xs text-muted">
              <th scope="col" className="h-9 px-3 text-left font-medium">
                {verdict.runner === 'unknown' ? 'Runner not recognised' : verdict.runner}
              </th>
              <th scope="col" className="px-3 text-right font-medium">
                Before
              </th>
              <th scope="col" className="px-3 text-right font-medium">
                With the change
              </th>
            </tr>
          </thead>
          <tbody>
            {rows
              .filter(([label]) => label !== 'Stopped by' || verdict.stoppedBy || base?.stoppedBy)
              .map(([label, of]) => (
                <tr key={label} className="border-b last:border-b-0">
                  <th scope="row" className="h-9 px-3 text-left font-normal text-muted">
                    {label}
                  </th>
                  <td className="px-3 text-right text-muted">{base ? of(base) : 'not run'}</td>
                  <td className="px-3 text-right">{of(verdict)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {!verdict.report && (
        <p className="mt-2 text-sm text-muted">
          The output of this run could not be read as a test report, so there are no counts; the log has it in
          full.
        </p>
      )}
    </section>
  )
}

function count(value: number | undefined, notable?: string): ReactNode {
  if (value === undefined) return '–'
  return <span className={value > 0 ? notable : undefined}>{value.toLocaleString('en')}</span>
}
