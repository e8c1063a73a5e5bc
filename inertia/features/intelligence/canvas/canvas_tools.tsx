import { Panel, useReactFlow } from '@xyflow/react'
import { Download, Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { IconButton } from '~/components/icon_button'
import { Menu, MenuItem } from '~/components/menu'
import { toast } from '~/lib/toasts'
import type { Layout } from './layout_tree'
import type { Picture } from './picture'

interface CanvasToolsProps {
  picture: Picture
  layout: Layout
  fileName: string
}

const FORMATS = ['SVG', 'PNG', 'Mermaid', 'JSON'] as const

/** Zoom, whole picture, and saving it. */
export function CanvasTools({ picture, layout, fileName }: CanvasToolsProps) {
  const { zoomIn, zoomOut, fitView } = useReactFlow()

  async function save(format: (typeof FORMATS)[number]) {
    const { saveAs } = await import('../export/save_as')
    await saveAs(format, { picture, layout, fileName }).catch(() =>
      toast('bad', 'The picture could not be saved. Try another format.')
    )
  }

  return (
    <Panel position="bottom-right" className="flex rounded-md border bg-surface p-0.5">
      <IconButton size="sm" label="Zoom out" icon={<ZoomOut />} onClick={() => zoomOut()} />
      <IconButton size="sm" label="Zoom in" icon={<ZoomIn />} onClick={() => zoomIn()} />
      <IconButton
        size="sm"
        label="Whole picture"
        icon={<Maximize />}
        onClick={() => fitView({ maxZoom: 1 })}
      />
      <Menu trigger={<IconButton size="sm" label="Save this picture" icon={<Download />} />} side="top">
        {FORMATS.map((format) => (
          <MenuItem key={format} onSelect={() => void save(format)}>
            {format}
          </MenuItem>
        ))}
      </Menu>
    </Panel>
  )
}
