import '@xyflow/react/dist/base.css'
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import { ErrorPanel } from '~/components/error_panel'
import { moveByArrows } from './arrow_keys'
import { CanvasContext } from './canvas_context'
import { CanvasTools } from './canvas_tools'
import { flowEdges, flowNodes, nearOf } from './flow'
import { layOut } from './layout'
import type { Layout } from './layout_tree'
import { Line } from './line'
import { NodeBox, NodeFrame } from './node_box'
import { EMPTY, type Picture } from './picture'

const nodeTypes = { box: NodeBox, frame: NodeFrame }
const edgeTypes = { line: Line }

const NOWHERE: Layout = { places: new Map(), lines: new Map() }

interface MapCanvasProps {
  picture: Picture
  /** Read out: what is drawn. */
  label: string
  selected: string | null
  onSelect: (id: string) => void
  onToggle: (id: string) => void
  /** Name of files that are saved. */
  fileName: string
}

interface Laid {
  picture: Picture
  layout: Layout
}

/** The picture as last laid out; the one before stays until the next is ready. */
function useLayout(picture: Picture) {
  const [laid, setLaid] = useState<Laid>({ picture: EMPTY, layout: NOWHERE })
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let wanted = true
    layOut(picture).then(
      (layout) => {
        if (!wanted) return
        setLaid({ picture, layout })
        setFailed(false)
      },
      () => wanted && setFailed(true)
    )
    return () => {
      wanted = false
    }
  }, [picture])
  return { laid, failed }
}

export default function MapCanvas(props: MapCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas({ picture, label, selected, onSelect, onToggle, fileName }: MapCanvasProps) {
  const { laid, failed } = useLayout(picture)
  const [pointed, setPointed] = useState<string | null>(null)
  // What is opened, or what the whole picture is about, leaves nothing to tell apart.
  const chosen = laid.picture.nodes.find(
    ({ id, expanded, centre }) => id === selected && !expanded && !centre
  )
  const looked = pointed ?? chosen?.id ?? null
  const nodes = useMemo(() => flowNodes(laid.picture, laid.layout.places), [laid])
  const edges = useMemo(() => flowEdges(laid.picture, laid.layout, looked), [laid, looked])
  const near = useMemo(() => nearOf(laid.picture, looked), [laid, looked])
  const actions = useMemo(
    () => ({ selected, near, onSelect, onToggle }),
    [selected, near, onSelect, onToggle]
  )
  useFit(laid)
  if (failed) {
    return <ErrorPanel what="The map could not be laid out." todo="Reload the page, or read it as a list." />
  }
  return (
    <CanvasContext value={actions}>
      <ReactFlow
        aria-label={label}
        onKeyDown={moveByArrows}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodeMouseEnter={(_, node) => node.type === 'box' && setPointed(node.id)}
        onNodeMouseLeave={() => setPointed(null)}
        onlyRenderVisibleElements
        nodesConnectable={false}
        nodesDraggable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        minZoom={0.08}
        maxZoom={1.6}
        proOptions={{ hideAttribution: true }}
        data-laid-out={laid.picture === picture && nodes.length > 0}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1} color="var(--line)" />
        <CanvasTools picture={laid.picture} layout={laid.layout} fileName={fileName} />
      </ReactFlow>
    </CanvasContext>
  )
}

const reduced = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Shows the whole of a new picture; the size at which it begins to be read is never undercut for a handful of nodes. */
function useFit({ picture, layout: { places } }: Laid) {
  const { fitView } = useReactFlow()
  const opened = picture.nodes.map(({ id }) => id).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another set of nodes moves the view
  useEffect(() => {
    if (places.size === 0) return
    const timer = setTimeout(() => fitView({ padding: 0.06, maxZoom: 1, duration: reduced() ? 0 : 160 }), 20)
    return () => clearTimeout(timer)
  }, [opened, places.size > 0, fitView])
}
