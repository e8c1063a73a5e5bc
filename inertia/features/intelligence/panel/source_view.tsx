// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import { Button } from '~/components/button'
import { ErrorPanel } from '~/components/error_panel'
import { Loading, SkeletonText } from '~/components/skeleton'
import { cn } from '~/lib/cn'
import { SCOPE } from '../../workflows/diff/code_text'
import type { Token } from '../../workflows/diff/highlight'
import { visibleText } from '../../workflows/visible_text'
import type { NodeAnswer, SourceAnswer } from '../server_types'
import { mapUrl, useMapData } from '../use_map_data'
import { useColours } from './use_colours'

interface SourceViewProps {
  projectId: string
  mapId: string
  answer: NodeAnswer
}

const AROUND = 3
const MOST = 400

/** The code as it was at the map's commit. */
export function SourceView({ projectId, mapId, answer }: SourceViewProps) {
  const { node, line, endLine } = answer
  const from = node.kind === 'file' ? 1 : Math.max(1, line - AROUND)
  const to = Math.min(endLine + (node.kind === 'file' ? 0 : AROUND), from + MOST)
  const found = useMapData<SourceAnswer>(
    mapUrl(projectId, 'source', mapId, { path: node.path, from, to: Math.max(from, to) })
  )
  if (found.state === 'failed')
    return (
      <ErrorPanel
        what="The code could not be read."
        why={found.why}
        actions={<Button onClick={found.retry}>Try again</Button>}
      />
    )
  if (found.state !== 'loaded') {
    return (
      <Loading label="Loading the code">
        <SkeletonText lines={10} />
      </Loading>
    )
  }
  return (
    <Code
      source={found.value}
      first={node.kind === 'file' ? 0 : line}
      last={node.kind === 'file' ? 0 : endLine}
    />
  )
}

function Code({ source, first, last }: { source: SourceAnswer; first: number; last: number }) {
  const tokens = useColours(source)
  const left = source.total - (source.from + source.lines.length - 1)
  return (
    <div>
      <section
        aria-label={`Code of ${source.path}`}
        tabIndex={0}
        dir="ltr"
        className="overflow-x-auto rounded-md border -outline-offset-2"
      >
        <pre className="w-max min-w-full py-1 font-mono text-xs leading-5">
          {source.lines.map((text, index) => {
            const number = source.from + index
            return (
              <div
                key={number}
                className={cn('flex', number >= first && number <= last && 'bg-accent-soft/50')}
              >
                <span className="tabular w-12 shrink-0 pr-3 text-right text-muted select-none">{number}</span>
                <span className="pr-3">
                  <Line text={text} tokens={tokens?.[index]} />
                </span>
              </div>
            )
          })}
        </pre>
      </section>
      {left > 0 && <p className="mt-1 text-xs text-muted">{left.toLocaleString('en')} more lines follow.</p>}
    </div>
  )
}

function Line({ text, tokens }: { text: string; tokens: Token[] | undefined }) {
  if (!tokens || tokens.length === 0) return visibleText(text)
  return tokens.map(({ text: part, scope }, index) => (
    <span key={index} className={scope ? SCOPE[scope] : undefined}>
      {visibleText(part)}
    </span>
  ))
}
