import { Skeleton } from '~/components/skeleton'
import { visibleText } from '../visible_text'
import { useExchange } from './use_exchanges'

const MOST = 20_000

/** What was asked and answered, as it was kept: masked, and shown up to a length that one reads. */
export function ExchangeText({ workflowId, exchangeId }: { workflowId: string; exchangeId: string }) {
  const exchange = useExchange(workflowId, exchangeId)
  if (exchange.state === 'loading') return <Skeleton className="mb-3 h-20" />
  if (exchange.state === 'failed') return <p className="mb-3 text-muted">{exchange.why}</p>
  const { request, response, hash } = exchange.value
  return (
    <div className="mb-3 grid gap-2">
      <Part title="Asked" text={request} />
      <Part title="Answered" text={response} />
      <p className="text-xs text-muted wrap-anywhere">
        SHA-256 of the question: <code className="font-mono">{hash}</code>
      </p>
    </div>
  )
}

function Part({ title, text }: { title: string; text: string }) {
  const left = text.length - MOST
  return (
    <section aria-label={title}>
      <h4 className="mb-1 text-sm font-medium">{title}</h4>
      <pre
        dir="ltr"
        className="max-h-72 overflow-auto rounded-md bg-raised p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
      >
        {visibleText(readable(text.slice(0, MOST)))}
      </pre>
      {left > 0 && (
        <p className="text-xs text-muted">{left.toLocaleString('en')} more characters are not shown.</p>
      )}
    </section>
  )
}

/** JSON keeps line ends as `\n`; nobody reads code like that. */
const readable = (text: string) => text.replaceAll('\\n', '\n').replaceAll('\\"', '"')
