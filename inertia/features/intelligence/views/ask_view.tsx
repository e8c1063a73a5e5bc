import { MessageCircleQuestion } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { Input } from '~/components/input'
import type { Go } from '../address'
import type { AskAnswer } from '../server_types'
import { mapUrl, useMapData } from '../use_map_data'
import { CitedSentences } from './cited_sentences'
import { CountsLine } from './counts_line'
import { DataState } from './data_state'
import { ModelAnswer } from './model_answer'
import { NodeLink } from './node_link'
import type { ViewProps } from './view_props'

const EXAMPLES = [
  'Who uses …?',
  'What does … use?',
  'Which tests cover …?',
  'What breaks if I change …?',
  'Way from … to …',
  'Routes for /users',
]

/** Questions in plain words; the map answers, and every line says where it can be checked. */
export default function AskView({ projectId, mapId, address, go }: ViewProps) {
  const [text, setText] = useState(address.q)
  const found = useMapData<AskAnswer>(address.q ? mapUrl(projectId, 'ask', mapId, { q: address.q }) : null)
  function ask(event: FormEvent) {
    event.preventDefault()
    go({ q: text.trim() })
  }
  return (
    <div className="max-w-3xl">
      <form onSubmit={ask} className="mb-3 flex gap-2">
        <div className="min-w-0 flex-1">
          <Input
            aria-label="Your question"
            placeholder="Who uses …?"
            icon={<MessageCircleQuestion />}
            maxLength={200}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </div>
        <Button type="submit" variant="primary">
          Ask
        </Button>
      </form>
      <p className="mb-5 text-sm text-muted">
        Understood are questions such as: {EXAMPLES.join(' · ')}, in English and French. Anything else is
        searched for. A model answers any question, from what the map finds for it.
      </p>
      {address.q && (
        <>
          <ModelAnswer key={address.q} projectId={projectId} question={address.q} go={go} />
          <DataState data={found} label="The answer">
            {(answer) => <Answer answer={answer} go={go} />}
          </DataState>
        </>
      )}
    </div>
  )
}

function Answer({ answer, go }: { answer: AskAnswer; go: Go }) {
  const { understood, sentences, nodes, unresolved } = answer
  return (
    <section aria-label="Answer">
      <h2 className="mb-1 flex flex-wrap items-baseline gap-2 font-semibold">
        {understood} <Badge tone="info">From the map, no model</Badge>
      </h2>
      <CountsLine unresolved={unresolved} meaning="each may be one more">
        {sentences.length === 0 ? 'Nothing is known of it.' : ''}
      </CountsLine>
      <CitedSentences sentences={sentences} go={go} />
      {nodes.length > 0 && (
        <p className="mt-3 flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted">
          To open:
          {nodes.slice(0, 8).map((node) => (
            <NodeLink key={node.id} node={node} go={go} mono />
          ))}
        </p>
      )}
    </section>
  )
}
