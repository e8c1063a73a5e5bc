import { CircleCheck, CircleHelp, CircleX, TriangleAlert } from 'lucide-react'
import { Status, type StatusLook } from '~/components/status'
import type { Verdict } from '../server_types'
import { visibleText } from '../visible_text'

type ProposedTest = NonNullable<Verdict['proposedTests']>[number]

const LOOK: Record<ProposedTest['state'], StatusLook> = {
  proves: { icon: CircleCheck, label: 'Red before, green after', tone: 'ok' },
  passes_before: { icon: TriangleAlert, label: 'Passes without the change too', tone: 'warn' },
  untried: { icon: CircleHelp, label: 'Green, not tried without the change', tone: 'neutral' },
  fails: { icon: CircleX, label: 'Fails', tone: 'bad' },
  not_run: { icon: TriangleAlert, label: 'Written, but nothing shows that it ran', tone: 'warn' },
  missing: { icon: CircleX, label: 'Missing: there is no such test', tone: 'bad' },
}

/** What the model said would prove its change, beside what came of it. */
export function ProposedTests({ tests }: { tests: readonly ProposedTest[] }) {
  if (tests.length === 0) return null
  return (
    <section>
      <h3 className="mb-2 font-semibold">Tests that were to prove it</h3>
      <ul className="rounded-lg border bg-surface">
        {tests.map((test, index) => (
          <li
            key={index}
            className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 border-b px-3 py-1.5 last:border-b-0"
          >
            <span className="min-w-0 wrap-anywhere">
              {visibleText(test.name)}{' '}
              <code className="font-mono text-xs text-muted">{visibleText(test.path)}</code>
            </span>
            <Status {...LOOK[test.state]} className="text-sm" />
          </li>
        ))}
      </ul>
    </section>
  )
}
