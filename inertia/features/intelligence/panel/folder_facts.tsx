import { Button } from '~/components/button'
import type { Go } from '../address'
import type { Picture, PictureEdge, PictureNode } from '../canvas/picture'
import { count } from '../kinds'
import { Section } from './section'

interface FolderFactsProps {
  node: PictureNode
  picture: Picture
  go: Go
}

const MOST = 25

/** What a folder or layer is tied to, as far as the picture shows it. */
export function FolderFacts({ node, picture, go }: FolderFactsProps) {
  const names = new Map(picture.nodes.map(({ id, label }) => [id, label]))
  const users = picture.edges.filter(({ to }) => to === node.id)
  const uses = picture.edges.filter(({ from }) => from === node.id)
  const open = node.expanded
  const opened = picture.nodes.filter(({ expanded }) => expanded).map(({ id }) => id)
  const toggle = () => go({ open: open ? opened.filter((id) => id !== node.id) : [...opened, node.id] })
  return (
    <div className="grid grid-cols-1 gap-5">
      <p className="tabular text-muted">
        {node.detail}
        {node.unresolved > 0 && ` · ${count(node.unresolved, 'unresolved reference')}`}
        {node.violations > 0 && ` · ${node.violations} against the rules`}
        {node.tint && ` · ${node.tint.words}`}
      </p>
      {node.expandable && (
        <div>
          <Button size="sm" onClick={toggle}>
            {open ? 'Close it' : 'Open it'}
          </Button>
        </div>
      )}
      {open ? (
        <p className="text-sm text-muted">It is opened: the lines run to what lies in it.</p>
      ) : (
        <>
          <Ties title="Used by" edges={users} other={({ from }) => from} names={names} go={go} />
          <Ties title="Uses" edges={uses} other={({ to }) => to} names={names} go={go} />
        </>
      )}
    </div>
  )
}

interface TiesProps {
  title: string
  edges: readonly PictureEdge[]
  other: (edge: PictureEdge) => string
  names: ReadonlyMap<string, string>
  go: Go
}

function Ties({ title, edges, other, names, go }: TiesProps) {
  return (
    <Section title={title} figure={edges.length}>
      {edges.length === 0 && <p className="text-sm text-muted">Nothing on this picture.</p>}
      <ul>
        {edges.slice(0, MOST).map((edge) => (
          <li key={edge.id}>
            <button
              type="button"
              onClick={() => go({ sel: other(edge) })}
              className="flex min-h-8 w-full items-baseline justify-between gap-3 rounded-sm px-1 text-left hover:bg-raised"
            >
              <span dir="auto" className="min-w-0 truncate">
                {names.get(other(edge)) ?? other(edge)}
              </span>
              <span className="tabular shrink-0 text-xs text-muted" title={edge.words}>
                {edge.violations > 0
                  ? `${edge.violations} against the rules`
                  : count(edge.count, 'reference')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
