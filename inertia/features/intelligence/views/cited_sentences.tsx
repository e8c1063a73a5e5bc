import type { Go } from '../address'
import type { Sentence } from '../server_types'
import { NodeLink } from './node_link'

/** Sentences, each with the lines where it can be checked. */
export function CitedSentences({ sentences, go }: { sentences: readonly Sentence[]; go: Go }) {
  return (
    <ul>
      {sentences.map(({ text, cites }) => (
        <li key={text} className="border-b py-1.5 last:border-b-0">
          <span className="wrap-anywhere">{text}</span>{' '}
          {cites.map(({ path, line }) => (
            <span key={`${path}:${line}`} className="mr-2 text-sm text-muted">
              <NodeLink node={{ id: path, name: path, path, line }} go={go} mono>
                {`${path}:${line}`}
              </NodeLink>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
