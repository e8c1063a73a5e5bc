import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import type { LinePath } from './line_path'
import type { PictureEdge } from './picture'

export type MapEdge = Edge<
  { edge: PictureEdge; look: 'plain' | 'near' | 'faded'; line: LinePath; named: boolean },
  'line'
>

const GUESSED = 0.7

const width = (count: number) => 1 + Math.min(4, Math.log2(count) * 0.55)

function colourOf({ violations }: PictureEdge, look: string) {
  if (violations > 0) return 'var(--bad)'
  return look === 'near' ? 'var(--accent)' : 'var(--muted)'
}

const OPACITY = { plain: 0.34, near: 0.95, faded: 0.07 }

/** Thicker for more references, dashed where it is a guess; its words stand beside it once it is looked at. */
export const Line = memo(function Line({ id, data, markerEnd }: EdgeProps<MapEdge>) {
  if (!data) return null
  const { edge, look, line, named } = data
  const violated = edge.violations > 0 && look === 'plain'
  return (
    <>
      <BaseEdge
        id={id}
        path={line.path}
        {...(markerEnd && { markerEnd })}
        interactionWidth={0}
        style={{
          stroke: colourOf(edge, look),
          strokeWidth: width(edge.count),
          strokeDasharray: edge.confidence < GUESSED ? '5 4' : undefined,
          opacity: violated ? 0.8 : OPACITY[look],
        }}
      />
      {look === 'near' && named && (
        <EdgeLabelRenderer>
          <span
            className="tabular pointer-events-none absolute rounded-sm border bg-surface px-1 text-xs text-muted"
            style={{ transform: `translate(-50%, -50%) translate(${line.x}px, ${line.y}px)` }}
          >
            {edge.violations > 0 ? `${edge.violations} against the rules` : edge.words}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  )
})
