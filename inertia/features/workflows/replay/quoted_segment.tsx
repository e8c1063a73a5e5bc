import { Checkbox } from '~/components/checkbox'
import { cn } from '~/lib/cn'
import { visibleText } from '../visible_text'
import { linesOf, type Segment } from './segments'

interface QuotedSegmentProps {
  segment: Segment
  kept: boolean
  onKept: (kept: boolean) => void
}

/** Quoted from the repository as it is, so it can be read or left out, not written. */
export function QuotedSegment({ segment, kept, onKept }: QuotedSegmentProps) {
  const lines = linesOf(segment)
  return (
    <div className="flex items-start gap-3 rounded-md border bg-raised px-3 py-1.5">
      <details className="min-w-0 flex-1">
        <summary className={cn('cursor-pointer text-sm wrap-anywhere', !kept && 'text-muted line-through')}>
          {segment.title}{' '}
          <span className="tabular text-muted">
            {lines.toLocaleString('en')} {lines === 1 ? 'line' : 'lines'}
          </span>
        </summary>
        <pre
          dir="ltr"
          className="mt-2 max-h-72 overflow-auto font-mono text-xs whitespace-pre-wrap wrap-anywhere"
        >
          {visibleText(segment.text)}
        </pre>
      </details>
      <Checkbox label="Told" checked={kept} onChange={(event) => onKept(event.target.checked)} />
    </div>
  )
}
