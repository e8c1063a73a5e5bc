import { ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import { cn } from '~/lib/cn'
import type { Picture, PictureNode } from '../canvas/picture'
import { lookOfKind } from '../kinds'

interface NodeListProps {
  picture: Picture
  label: string
  selected: string | null
  onSelect: (id: string) => void
  onToggle: (id: string) => void
}

interface Row {
  node: PictureNode
  depth: number
  users: number
  uses: number
}

/** The same picture for those who cannot or would rather not look at a drawing, and for small screens. */
export function NodeList({ picture, label, selected, onSelect, onToggle }: NodeListProps) {
  const rows = useMemo(() => rowsOf(picture), [picture])
  return (
    <table className="w-full">
      <caption className="sr-only">{label}, as a list</caption>
      <thead>
        <tr className="border-b text-left text-xs text-muted">
          <th scope="col" className="h-9 px-2 font-medium">
            Name
          </th>
          <th scope="col" className="h-9 px-2 text-right font-medium">
            Used by
          </th>
          <th scope="col" className="h-9 px-2 text-right font-medium">
            Uses
          </th>
          <th scope="col" className="h-9 px-2 text-right font-medium max-sm:hidden">
            Unresolved
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ListRow
            key={row.node.id}
            {...row}
            chosen={row.node.id === selected}
            onSelect={onSelect}
            onToggle={onToggle}
          />
        ))}
      </tbody>
    </table>
  )
}

interface ListRowProps extends Row {
  chosen: boolean
  onSelect: (id: string) => void
  onToggle: (id: string) => void
}

const INDENT = 16

function ListRow({ node, depth, users, uses, chosen, onSelect, onToggle }: ListRowProps) {
  const { icon: Icon, word } = lookOfKind(node.kind)
  const warnings = [
    node.violations > 0 ? `${node.violations} against the rules` : '',
    node.inCycle ? 'in an import cycle' : '',
    node.tint?.words ?? '',
  ].filter(Boolean)
  return (
    <tr className={cn('border-b hover:bg-raised/60', chosen && 'bg-accent-soft')}>
      <td className="h-10 max-w-0 px-2 py-1" style={{ paddingLeft: depth * INDENT }}>
        <div className="flex items-center gap-1">
          {node.expandable ? (
            <button
              type="button"
              aria-expanded={node.expanded}
              aria-label={node.expanded ? `Close ${node.label}` : `Open ${node.label}`}
              onClick={() => onToggle(node.id)}
              className="flex size-7 shrink-0 items-center justify-center rounded-sm text-muted hover:bg-raised pointer-coarse:size-10"
            >
              <ChevronRight
                aria-hidden="true"
                className={cn('size-4 transition-transform', node.expanded && 'rotate-90')}
              />
            </button>
          ) : (
            <span className="size-7 shrink-0 pointer-coarse:size-10" />
          )}
          <button
            type="button"
            aria-pressed={chosen}
            onClick={() => onSelect(node.id)}
            className="flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-sm text-left"
          >
            <Icon aria-label={word} className="size-4 shrink-0 text-muted" />
            <span className="min-w-0">
              <span dir="auto" className="block truncate font-medium">
                {node.label}
              </span>
              <span className="tabular block truncate text-xs text-muted">
                {[node.detail, ...warnings].join(' · ')}
              </span>
            </span>
          </button>
        </div>
      </td>
      <td className="tabular w-16 px-2 text-right text-muted">{users}</td>
      <td className="tabular w-16 px-2 text-right text-muted">{uses}</td>
      <td className="tabular w-20 px-2 text-right text-muted max-sm:hidden">{node.unresolved}</td>
    </tr>
  )
}

/** In the order in which they lie in each other, with how many of the others each is tied to. */
function rowsOf({ nodes, edges }: Picture): Row[] {
  const users = new Map<string, number>()
  const uses = new Map<string, number>()
  for (const { from, to } of edges) {
    users.set(to, (users.get(to) ?? 0) + 1)
    uses.set(from, (uses.get(from) ?? 0) + 1)
  }
  const inside = Map.groupBy(nodes, ({ parent }) => parent ?? '')
  const rows: Row[] = []
  const walk = (parent: string, depth: number) => {
    for (const node of inside.get(parent) ?? []) {
      rows.push({ node, depth, users: users.get(node.id) ?? 0, uses: uses.get(node.id) ?? 0 })
      walk(node.id, depth + 1)
    }
  }
  walk('', 0)
  return rows
}
