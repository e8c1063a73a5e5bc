import { X } from 'lucide-react'
import { useMemo } from 'react'
import { IconButton } from '~/components/icon_button'
import { Sheet } from '~/components/sheet'
import { useMedia } from '../../workflows/viewer/use_media'
import type { PictureNode } from '../canvas/picture'
import { FolderFacts } from './folder_facts'
import { NodeFacts } from './node_facts'
import type { NodePanelProps } from './panel_props'

/** Ids of what is no single file or symbol. */
const isGroup = (id: string) => /^(dir|layer|rest):/.test(id)

/** What is known of the chosen part: beside the map, on a small screen over it. */
export function NodePanel(props: NodePanelProps) {
  const beside = useMedia('(min-width: 64rem)')
  const { id, go, picture } = props
  const node = useMemo(() => picture?.nodes.find((one) => one.id === id), [picture, id])
  const close = () => go({ sel: null })
  const content = isGroup(id) ? <GroupContent node={node} {...props} /> : <NodeFacts {...props} />
  const title = titleOf(id)
  if (!beside) {
    return (
      <Sheet title={title} open onOpenChange={(open) => !open && close()}>
        <div className="p-4">{content}</div>
      </Sheet>
    )
  }
  return (
    <aside
      aria-label={`About ${title}`}
      className="sticky top-4 flex max-h-[calc(100dvh-2rem)] w-104 shrink-0 flex-col overflow-hidden rounded-lg border bg-surface"
    >
      <header className="flex min-h-11 items-center justify-between gap-2 border-b py-1 pr-1.5 pl-4">
        <h2 dir="auto" title={id} className="min-w-0 truncate font-semibold">
          {title}
        </h2>
        <IconButton label="Close" icon={<X />} onClick={close} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">{content}</div>
    </aside>
  )
}

function titleOf(id: string) {
  const name = id.replace(/^(dir|layer|rest):/, '')
  const symbol = name.indexOf('#')
  return symbol > 0 ? name.slice(symbol + 1) : name.slice(name.lastIndexOf('/') + 1)
}

function GroupContent({ node, picture, go }: NodePanelProps & { node: PictureNode | undefined }) {
  if (!node || !picture)
    return <p className="text-muted">It is not on the picture. Open the folder around it.</p>
  return <FolderFacts node={node} picture={picture} go={go} />
}
