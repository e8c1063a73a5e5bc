import { Sparkles } from 'lucide-react'
import { Badge } from '~/components/badge'
import { Banner } from '~/components/banner'
import { Button } from '~/components/button'
import { Spinner } from '~/components/spinner'
import { useSharedProps } from '~/hooks/use_shared_props'
import type { Go } from '../address'
import { count } from '../kinds'
import { CitedSentences } from './cited_sentences'
import { useModelAnswer } from './use_model_answer'

interface ModelAnswerProps {
  projectId: string
  question: string
  go: Go
}

/** A model costs money, so it is asked only when somebody wants it; its sentences appear as they are written. */
export function ModelAnswer({ projectId, question, go }: ModelAnswerProps) {
  const { rights } = useSharedProps()
  const { state, sentences, model, dropped, why, ask } = useModelAnswer(
    `/intelligence/${projectId}/ask`,
    question
  )
  if (!rights.includes('workflows.run')) return null
  if (state === 'none' || (state === 'failed' && sentences.length === 0)) {
    return (
      <div className="mb-6 grid gap-3">
        {why && (
          <Banner tone="bad" title="No model has answered">
            {why}
          </Banner>
        )}
        <div>
          <Button icon={<Sparkles aria-hidden="true" />} onClick={ask}>
            Ask a model
          </Button>
          <p className="mt-1.5 text-sm text-muted">
            It is shown the code that the map finds for the question, and names the lines on which each
            sentence rests. The cost stands in the ledger.
          </p>
        </div>
      </div>
    )
  }
  return (
    <section aria-label="Answer of a model" aria-busy={state === 'asking'} className="mb-6">
      <h2 className="mb-1 flex flex-wrap items-center gap-2 font-semibold">
        In a model’s words{' '}
        {state === 'asking' && (
          <span className="flex items-center gap-1.5 text-sm font-normal text-muted">
            <Spinner /> being written
          </span>
        )}
        {model && <Badge tone="info">Written by {model}</Badge>}
      </h2>
      <div aria-live="polite">
        <CitedSentences sentences={sentences} go={go} />
      </div>
      {why && <p className="mt-2 text-sm text-bad">The answer broke off: {why}</p>}
      {dropped > 0 && (
        <p className="mt-2 text-sm text-muted">
          {count(dropped, 'sentence')} left out: {dropped === 1 ? 'it' : 'they'} named lines that the model
          was not shown.
        </p>
      )}
    </section>
  )
}
