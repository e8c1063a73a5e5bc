import { Crosshair, Route } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '~/components/badge'
import { Banner } from '~/components/banner'
import { Button } from '~/components/button'
import { CopyButton } from '~/components/copy_button'
import { ErrorPanel } from '~/components/error_panel'
import { Loading, SkeletonText } from '~/components/skeleton'
import { TabPanel, Tabs } from '~/components/tabs'
import { lookOfKind } from '../kinds'
import type { NodeAnswer } from '../server_types'
import { mapUrl, useMapData } from '../use_map_data'
import { Explanation } from './explanation'
import { HistoryList } from './history_list'
import type { NodePanelProps } from './panel_props'
import { Relations } from './relations'
import { SourceView } from './source_view'

type PanelTab = 'about' | 'source' | 'history'

const TABS: { value: PanelTab; label: string }[] = [
  { value: 'about', label: 'About' },
  { value: 'source', label: 'Source' },
  { value: 'history', label: 'History' },
]

/** Everything that is known of one file or symbol. */
export function NodeFacts({ projectId, mapId, id, address, go }: NodePanelProps) {
  const [tab, setTab] = useState<PanelTab>('about')
  const found = useMapData<NodeAnswer>(mapUrl(projectId, 'node', mapId, { id }))
  if (found.state === 'failed')
    return (
      <ErrorPanel
        what="This could not be read."
        why={found.why}
        actions={<Button onClick={found.retry}>Try again</Button>}
      />
    )
  if (found.state !== 'loaded') {
    return (
      <Loading label="Loading what is known of it">
        <SkeletonText lines={8} />
      </Loading>
    )
  }
  const answer = found.value
  return (
    <div className="grid grid-cols-1 gap-4">
      <NodeHead answer={answer} />
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          icon={<Crosshair aria-hidden="true" />}
          onClick={() => go({ focus: id, to: null, tab: 'architecture' })}
        >
          Focus
        </Button>
        {address.focus && address.focus !== id && (
          <Button size="sm" icon={<Route aria-hidden="true" />} onClick={() => go({ to: id })}>
            Way to here
          </Button>
        )}
        <CopyButton text={id} label="Copy its id" />
      </div>
      <Tabs label="What to see of it" tabs={TABS} value={tab} onValueChange={setTab}>
        <TabPanel value="about">
          <div className="grid grid-cols-1 gap-5">
            <Explanation projectId={projectId} mapId={mapId} id={id} go={go} />
            <Relations answer={answer} go={go} />
          </div>
        </TabPanel>
        <TabPanel value="source">
          <SourceView projectId={projectId} mapId={mapId} answer={answer} />
        </TabPanel>
        <TabPanel value="history">
          <HistoryList projectId={projectId} mapId={mapId} answer={answer} />
        </TabPanel>
      </Tabs>
    </div>
  )
}

function NodeHead({ answer }: { answer: NodeAnswer }) {
  const { node, signature, doc, exported, layer, skipped, line, endLine } = answer
  return (
    <div className="grid grid-cols-1 gap-2">
      <p className="flex flex-wrap items-center gap-1.5">
        <Badge>{lookOfKind(node.kind).word}</Badge>
        {node.role && <Badge tone="accent">{node.role}</Badge>}
        {layer && <Badge tone="info">{layer}</Badge>}
        {exported && <Badge>exported</Badge>}
      </p>
      <p className="font-mono text-xs wrap-anywhere text-muted">
        {node.path}
        {node.kind !== 'file' && `:${line}–${endLine}`}
      </p>
      {signature && (
        <pre dir="ltr" className="overflow-x-auto rounded-md bg-raised p-2 font-mono text-xs leading-5">
          {signature}
        </pre>
      )}
      {doc && <p className="text-pretty">{doc}</p>}
      {skipped && (
        <Banner tone="warn" title="This file was not read for symbols">
          {skipped}
        </Banner>
      )}
    </div>
  )
}
