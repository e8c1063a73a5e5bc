import { Handle, type Node, type NodeProps, Position, useStore } from '@xyflow/react'
import { ChevronRight, CircleHelp, OctagonX, RefreshCw } from 'lucide-react'
import { memo } from 'react'
import { cn } from '~/lib/cn'
import { lookOfKind } from '../kinds'
import { useCanvas } from './canvas_context'
import type { PictureNode } from './picture'

export type MapNode = Node<{ node: PictureNode }, 'box' | 'frame'>

/** The farther away, the larger the names, until the small print, and then the icon, makes room for them. */
const STEPS = [
  { from: 0.8, name: 'text-base', details: true, icon: true },
  { from: 0.62, name: 'text-[17px]', details: true, icon: true },
  { from: 0.48, name: 'text-[21px]', details: false, icon: true },
  { from: 0, name: 'text-[25px]', details: false, icon: false },
]
type Step = (typeof STEPS)[number]

const stepAt = (zoom: number) => STEPS.findIndex(({ from }) => zoom >= from)

function tintStyle({ tint }: PictureNode) {
  if (!tint) return undefined
  const share = Math.round(8 + tint.strength * 30)
  return { backgroundColor: `color-mix(in oklab, var(${tint.colour}) ${share}%, var(--surface))` }
}

function titleOf({ label, detail, unresolved, violations, inCycle, tint }: PictureNode) {
  const parts = [label, detail]
  if (tint) parts.push(tint.words)
  if (unresolved > 0) parts.push(`${unresolved.toLocaleString('en')} unresolved`)
  if (violations > 0) parts.push(`${violations} against the rules`)
  if (inCycle) parts.push('in an import cycle')
  return parts.join(' · ')
}

function Marks({ node: { unresolved, violations, inCycle } }: { node: PictureNode }) {
  return (
    <span aria-hidden="true" className="flex shrink-0 items-center gap-1 [&_svg]:size-3.5">
      {violations > 0 && <OctagonX className="text-bad" />}
      {inCycle && <RefreshCw className="text-warn" />}
      {unresolved > 0 && <CircleHelp className="text-muted" />}
    </span>
  )
}

function Toggle({ node }: { node: PictureNode }) {
  const { onToggle } = useCanvas()
  if (!node.expandable) return null
  return (
    <button
      type="button"
      aria-label={node.expanded ? `Close ${node.label}` : `Open ${node.label}`}
      aria-expanded={node.expanded}
      onClick={() => onToggle(node.id)}
      className="nodrag flex size-6 shrink-0 items-center justify-center rounded-sm text-muted hover:bg-raised hover:text-text pointer-coarse:size-9"
    >
      <ChevronRight
        aria-hidden="true"
        className={cn('size-4 transition-transform', node.expanded && 'rotate-90')}
      />
    </button>
  )
}

function Name({ node, step }: { node: PictureNode; step: Step }) {
  const { onSelect, onToggle, selected } = useCanvas()
  const { icon: Icon, word } = lookOfKind(node.kind)
  return (
    <button
      type="button"
      title={titleOf(node)}
      aria-label={`${word} ${titleOf(node)}`}
      aria-pressed={selected === node.id}
      onClick={() => onSelect(node.id)}
      onDoubleClick={() => node.expandable && onToggle(node.id)}
      className="nodrag flex min-w-0 flex-1 items-center gap-2 rounded-sm text-left"
    >
      {step.icon && (
        <Icon
          aria-hidden="true"
          className={cn('size-4 shrink-0', node.centre ? 'text-accent' : 'text-muted')}
        />
      )}
      <span className="min-w-0 flex-1">
        <span dir="auto" className={cn('block truncate leading-tight font-medium', step.name)}>
          {node.label}
        </span>
        {step.details && !node.expanded && (
          <span className="tabular block truncate text-xs text-muted">{node.tint?.words ?? node.detail}</span>
        )}
      </span>
    </button>
  )
}

function useLook(node: PictureNode) {
  const { selected, near } = useCanvas()
  const step = STEPS[useStore((state) => stepAt(state.transform[2]))]!
  const chosen = selected === node.id
  const faded = near !== null && !chosen && !near.has(node.id)
  return { step, chosen, faded }
}

export const NodeBox = memo(function NodeBox({ data: { node } }: NodeProps<MapNode>) {
  const { step, chosen, faded } = useLook(node)
  return (
    <div
      style={tintStyle(node)}
      className={cn(
        'flex h-full items-center gap-1 rounded-md border bg-surface pr-1 pl-2.5',
        chosen || node.centre ? 'border-accent ring-1 ring-accent' : 'border-control',
        node.violations > 0 && !chosen && 'border-bad',
        node.kind === 'rest' && 'border-dashed',
        faded && 'opacity-40'
      )}
    >
      <Handle type="target" position={Position.Top} isConnectable={false} className="invisible" />
      <Name node={node} step={step} />
      {step.details && <Marks node={node} />}
      <Toggle node={node} />
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="invisible" />
    </div>
  )
})

/** What is opened: a frame around what lies in it. */
export const NodeFrame = memo(function NodeFrame({ data: { node } }: NodeProps<MapNode>) {
  const { step, chosen } = useLook(node)
  return (
    <div
      className={cn(
        'h-full rounded-lg border bg-raised/40',
        chosen ? 'border-accent' : 'border-line',
        node.violations > 0 && !chosen && 'border-bad/60'
      )}
    >
      <Handle type="target" position={Position.Top} isConnectable={false} className="invisible" />
      <div className="flex h-9 items-center gap-1 pr-1 pl-2.5">
        <Name node={node} step={step} />
        {step.details && <span className="tabular shrink-0 text-xs text-muted">{node.detail}</span>}
        <Toggle node={node} />
      </div>
      <Handle type="source" position={Position.Bottom} isConnectable={false} className="invisible" />
    </div>
  )
})
