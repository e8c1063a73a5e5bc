import type { Data } from '@generated/data'
import { Equal, EqualNot } from 'lucide-react'
import { STEPS } from '../steps'

type Comparison = Data.Workflows.WorkflowComparison
type Pair = Comparison['exchanges'][number]

/** Where the two went the same way, and where they parted: the same question has the same hash. */
export function ComparedExchanges({ comparison }: { comparison: Comparison }) {
  const { exchanges, more, a, b } = comparison
  const parted = exchanges.findIndex(({ same }) => !same)
  return (
    <section>
      <h2 className="mb-2 font-semibold">What was asked</h2>
      <p className="mb-2 text-muted">{partingWords(exchanges.length, parted)}</p>
      {exchanges.length > 0 && (
        <div className="max-h-112 overflow-auto rounded-lg border bg-surface">
          <table className="w-full min-w-xl table-fixed text-sm">
            <caption className="sr-only">
              Questions of #{a.number} and #{b.number} in order
            </caption>
            <tbody>
              {exchanges.map((pair, index) => (
                <tr key={index} className="border-b last:border-b-0">
                  <td className="w-40 px-3 py-1.5 text-muted">{whereOf(pair)}</td>
                  <td className="px-3 py-1.5 wrap-anywhere">{pair.a?.name ?? '–'}</td>
                  <td className="w-10 px-1 text-center">
                    {pair.same ? (
                      <Equal aria-label="the same question" className="inline size-4 text-ok" />
                    ) : (
                      <EqualNot aria-label="another question" className="inline size-4 text-warn" />
                    )}
                  </td>
                  <td className="px-3 py-1.5 wrap-anywhere">{pair.b?.name ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more.a + more.b > 0 && (
        <p className="mt-2 text-sm text-muted">
          {more.a} more of #{a.number} and {more.b} more of #{b.number} are not listed.
        </p>
      )}
    </section>
  )
}

function partingWords(count: number, parted: number): string {
  if (count === 0) return 'Neither asked a model or a tool.'
  if (parted === -1) return 'Both asked the same from the first question to the last.'
  if (parted === 0) return 'They differ from the first question on.'
  return `The first ${parted === 1 ? 'question is' : `${parted} questions are`} the same; then they part.`
}

function whereOf({ a, b }: Pair): string {
  const one = a ?? b
  if (!one) return ''
  return `${STEPS[one.step].label}${one.attempt > 1 ? ` ${one.attempt}` : ''}`
}
