import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'
import { Status, type StatusLook } from '~/components/status'
import type { Verdict } from '../server_types'
import { visibleText } from '../visible_text'

type NewTest = NonNullable<Verdict['newTests']>[number]

function lookOf({ redBefore }: NewTest): StatusLook {
  if (redBefore === null) return { icon: CircleHelp, label: 'Not tried without the change', tone: 'neutral' }
  if (redBefore) return { icon: CircleCheck, label: 'Fails without the change', tone: 'ok' }
  return { icon: TriangleAlert, label: 'Passes without the change too', tone: 'warn' }
}

/** A new test proves something about the change only if it fails without it. */
export function NewTests({ tests }: { tests: readonly NewTest[] }) {
  if (tests.length === 0) return null
  return (
    <section>
      <h3 className="mb-2 font-semibold">New tests</h3>
      <ul className="rounded-lg border bg-surface">
        {tests.map((test, index) => (
          <li
            key={index}
            className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 border-b px-3 py-1.5 last:border-b-0"
          >
            <span className="wrap-anywhere">{visibleText(test.name)}</span>
            <Status {...lookOf(test)} className="text-sm" />
          </li>
        ))}
      </ul>
    </section>
  )
}
