import { useState } from 'react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import type { Verdict } from '../server_types'
import { visibleText } from '../visible_text'

interface FailuresProps {
  title: string
  note: string
  failures: Verdict['regressions']
  /** Folded at first. */
  quiet?: boolean
}

const AT_FIRST = 20

export function Failures({ title, note, failures, quiet = false }: FailuresProps) {
  const [all, setAll] = useState(false)
  if (failures.length === 0) return null
  const shown = all ? failures : failures.slice(0, AT_FIRST)
  return (
    <section>
      <h3 className="flex items-center gap-2 font-semibold">
        {title} <Badge tone={quiet ? 'neutral' : 'bad'}>{failures.length.toLocaleString('en')}</Badge>
      </h3>
      <p className="mb-2 text-sm text-muted">{note}</p>
      <ul className="rounded-lg border bg-surface">
        {shown.map((failure, index) => (
          <li key={index} className="border-b last:border-b-0">
            <details open={!quiet && index < 3}>
              <summary className="flex min-h-9 flex-wrap items-baseline gap-x-3 px-3 py-1.5 -outline-offset-2 hover:bg-raised">
                <span className="font-medium wrap-anywhere">{visibleText(failure.name)}</span>
                {failure.file && (
                  <code dir="ltr" className="font-mono text-sm text-muted wrap-anywhere">
                    {visibleText(failure.file)}
                    {failure.line ? `:${failure.line}` : ''}
                  </code>
                )}
              </summary>
              <pre
                dir="ltr"
                className="max-h-80 overflow-auto border-t bg-bg p-3 font-mono text-sm whitespace-pre-wrap wrap-anywhere"
              >
                {failure.message ? visibleText(failure.message) : 'The runner gave no message.'}
              </pre>
            </details>
          </li>
        ))}
      </ul>
      {shown.length < failures.length && (
        <Button size="sm" className="mt-2" onClick={() => setAll(true)}>
          Show all {failures.length.toLocaleString('en')}
        </Button>
      )}
    </section>
  )
}
