import { visibleText } from '../visible_text'

/** What every question begins with; a part of the product, so it is shown and not changed. */
export function Instructions({ text }: { text: string }) {
  return (
    <details className="rounded-md border bg-raised px-3 py-1.5">
      <summary className="cursor-pointer text-sm">
        Instructions <span className="text-muted">the same for every question, cannot be changed</span>
      </summary>
      <pre
        dir="ltr"
        className="mt-2 max-h-72 overflow-auto font-mono text-xs whitespace-pre-wrap wrap-anywhere"
      >
        {visibleText(text)}
      </pre>
    </details>
  )
}
