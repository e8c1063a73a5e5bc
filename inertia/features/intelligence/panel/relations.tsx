import { useState } from 'react'
import { Button } from '~/components/button'
import type { Go } from '../address'
import { count, lookOfKind } from '../kinds'
import type { NeighbourAnswer, NodeAnswer, NodeRef, RefEdge } from '../server_types'
import { Section } from './section'

/** Who uses it, what it uses, what lies in it, which tests reach it, and what could not be told. */
export function Relations({ answer, go }: { answer: NodeAnswer; go: Go }) {
  const { users, used, members, tests, open, openTotal, violations } = answer
  return (
    <>
      {violations.length > 0 && (
        <Section title="Against the rules" figure={violations.length}>
          <ul className="text-sm">
            {violations.map(({ to, rule, line }) => (
              <li key={`${to.id}${rule}`} className="py-1 text-bad">
                Line {line} uses <span className="font-mono">{to.path}</span>: {rule}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Uses title="Used by" answer={users} end="from" go={go} />
      <Uses title="Uses" answer={used} end="to" go={go} />
      {members.length > 0 && (
        <Section title="In it" figure={members.length}>
          <RefList refs={members} go={go} />
        </Section>
      )}
      <Section title="Tests that reach it" figure={tests.length}>
        {tests.length === 0 ? (
          <p className="text-sm text-muted">None that can be told from the code.</p>
        ) : (
          <ul className="text-sm">
            {tests.map(({ path, depth }) => (
              <li key={path} className="flex justify-between gap-3 py-0.5">
                <button
                  type="button"
                  onClick={() => go({ sel: path, tests: true })}
                  className="min-w-0 truncate rounded-sm text-left font-mono hover:text-accent"
                >
                  {path}
                </button>
                <span className="tabular shrink-0 text-muted">{count(depth, 'step')}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {openTotal > 0 && (
        <Section title="Could not be resolved" figure={openTotal}>
          <ul className="font-mono text-xs">
            {open.map(({ name, line }) => (
              <li key={`${name}${line}`} className="flex justify-between gap-3 py-0.5">
                <span className="min-w-0 truncate">{name}</span>
                <span className="tabular shrink-0 text-muted">line {line}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

const FEW = 8

function Uses({
  title,
  answer,
  end,
  go,
}: {
  title: string
  answer: NeighbourAnswer
  end: 'from' | 'to'
  go: Go
}) {
  const [all, setAll] = useState(false)
  const { edges, resolved, unresolved } = answer
  const shown = all ? edges : edges.slice(0, FEW)
  return (
    <Section title={title} figure={resolved}>
      {unresolved > 0 && (
        <p className="mb-1 text-xs text-muted">
          {count(unresolved, 'further reference')} could not be resolved: each may be one more.
        </p>
      )}
      {edges.length === 0 && <p className="text-sm text-muted">Nothing known.</p>}
      <ul>
        {shown.map((edge) => (
          <EdgeRow
            key={`${edge.from.id}${edge.to.id}${edge.kind}${edge.line}`}
            edge={edge}
            other={edge[end]}
            go={go}
          />
        ))}
      </ul>
      {edges.length > FEW && (
        <Button size="sm" variant="ghost" onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `All ${edges.length}`}
        </Button>
      )}
    </Section>
  )
}

const PROVENANCE: Record<string, string> = {
  parser: 'read in one file',
  resolver: 'by its import',
  type: 'by its type',
  framework: 'by the framework’s rule',
  convention: 'by a naming habit',
}

function EdgeRow({ edge, other, go }: { edge: RefEdge; other: NodeRef; go: Go }) {
  const { icon: Icon, word } = lookOfKind(other.kind)
  const sure = `${edge.kind}, ${PROVENANCE[edge.provenance] ?? edge.provenance}, ${Math.round(edge.confidence * 100)} % sure`
  return (
    <li>
      <button
        type="button"
        title={sure}
        onClick={() => go({ sel: other.id })}
        className="flex min-h-8 w-full items-center gap-2 rounded-sm px-1 text-left hover:bg-raised pointer-coarse:min-h-10"
      >
        <Icon aria-label={word} className="size-4 shrink-0 text-muted" />
        <span dir="auto" className="min-w-0 flex-1 truncate text-sm">
          {other.name}
        </span>
        <span className="tabular shrink-0 text-xs text-muted">
          {edge.kind}
          {edge.confidence < 1 && ` ${Math.round(edge.confidence * 100)} %`} · {edge.line}
        </span>
      </button>
    </li>
  )
}

function RefList({ refs, go }: { refs: readonly NodeRef[]; go: Go }) {
  return (
    <ul>
      {refs.map((ref) => {
        const { icon: Icon, word } = lookOfKind(ref.kind)
        return (
          <li key={ref.id}>
            <button
              type="button"
              onClick={() => go({ sel: ref.id })}
              className="flex min-h-8 w-full items-center gap-2 rounded-sm px-1 text-left hover:bg-raised pointer-coarse:min-h-10"
            >
              <Icon aria-label={word} className="size-4 shrink-0 text-muted" />
              <span className="min-w-0 flex-1 truncate text-sm">{ref.name}</span>
              <span className="tabular shrink-0 text-xs text-muted">{ref.line}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
