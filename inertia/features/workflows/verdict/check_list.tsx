import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { Status, type StatusLook } from '~/components/status'
import type { Verdict } from '../server_types'
import { visibleText } from '../visible_text'

type Check = NonNullable<Verdict['checks']>[number]

const STATE: Record<Check['state'], StatusLook> = {
  passes: { icon: CircleCheck, label: 'Passes', tone: 'ok' },
  mended: { icon: CircleCheck, label: 'Passes, and failed before', tone: 'ok' },
  'fails as before': { icon: TriangleAlert, label: 'Fails as before', tone: 'warn' },
  'fails newly': { icon: CircleX, label: 'Fails with this change', tone: 'bad' },
}

/** The project's own linter and type check, beside its tests. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  if (checks.length === 0) return null
  return (
    <section>
      <h3 className="mb-2 font-semibold">Checks</h3>
      <ul className="rounded-lg border bg-surface">
        {checks.map((check) => (
          <li key={check.name} className="grid gap-1 border-b px-3 py-2 last:border-b-0">
            <span className="flex flex-wrap items-center justify-between gap-x-4">
              <code dir="ltr" className="font-mono text-sm wrap-anywhere">
                {check.command}
              </code>
              <Status {...STATE[check.state]} className="text-sm" />
            </span>
            {check.state === 'fails newly' && (
              <pre dir="ltr" className="max-h-60 overflow-auto rounded-md bg-raised p-2 font-mono text-xs">
                {visibleText(check.output)}
              </pre>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
