import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react'
import { Loading, SkeletonRows } from '~/components/skeleton'
import { TabPanel, Tabs } from '~/components/tabs'
import type { Go, MapAddress, MapTab } from '../address'
import { ArchitectureTab } from '../architecture/architecture_tab'
import { NodePanel } from '../panel/node_panel'
import type { MapSummary, ProjectEdit } from '../server_types'
import type { ViewProps } from '../views/view_props'

type View = Exclude<MapTab, 'architecture'>

/** Fetched when they are first looked at. */
const VIEWS: Record<View, ComponentType<ViewProps>> = {
  routes: lazy(() => import('../views/routes_view')),
  data: lazy(() => import('../views/schema_view')),
  tests: lazy(() => import('../views/tests_view')),
  timeline: lazy(() => import('../views/timeline_view')),
  rules: lazy(() => import('../views/rules_view')),
  impact: lazy(() => import('../views/impact_view')),
  ask: lazy(() => import('../views/ask_view')),
}

const TABS: { value: MapTab; label: string }[] = [
  { value: 'architecture', label: 'Architecture' },
  { value: 'routes', label: 'Routes' },
  { value: 'data', label: 'Data' },
  { value: 'tests', label: 'Tests' },
  { value: 'timeline', label: 'Timeline' },
  { value: 'rules', label: 'Rules' },
  { value: 'impact', label: 'Impact' },
  { value: 'ask', label: 'Ask' },
]

interface MapTabsProps {
  project: { id: string; name: string }
  map: MapSummary
  edits: readonly ProjectEdit[]
  address: MapAddress
  go: Go
}

export function MapTabs(props: MapTabsProps) {
  const { address, go } = props
  const around = useRef<HTMLDivElement>(null)
  // On a phone the tabs are wider than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is another place
  useEffect(() => {
    const chosen = around.current?.querySelector('[role="tab"][aria-selected="true"]')
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [address.tab])
  return (
    <div ref={around}>
      <Tabs
        label="Views of the map"
        tabs={TABS}
        value={address.tab}
        onValueChange={(tab) => go({ tab, q: '', page: 1 })}
      >
        <TabPanel value="architecture">
          {address.tab === 'architecture' && <ArchitectureTab {...props} />}
        </TabPanel>
        {TABS.map(({ value }) =>
          value === 'architecture' ? null : (
            <TabPanel key={value} value={value}>
              {address.tab === value && <ViewWithPanel view={value} {...props} />}
            </TabPanel>
          )
        )}
      </Tabs>
    </div>
  )
}

function ViewWithPanel({ view, project, map, edits, address, go }: MapTabsProps & { view: View }) {
  const View = VIEWS[view]
  return (
    <div className="flex items-start gap-4">
      <div className="min-w-0 flex-1">
        <Suspense
          fallback={
            <Loading label="Loading the view">
              <SkeletonRows rows={8} />
            </Loading>
          }
        >
          <View projectId={project.id} mapId={map.id} address={address} go={go} edits={edits} />
        </Suspense>
      </div>
      {address.sel && (
        <NodePanel
          key={address.sel}
          projectId={project.id}
          mapId={map.id}
          id={address.sel}
          picture={null}
          address={address}
          go={go}
        />
      )}
    </div>
  )
}
