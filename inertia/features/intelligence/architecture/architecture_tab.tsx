import { lazy, Suspense, useCallback, useMemo, useRef } from 'react'
import { Banner } from '~/components/banner'
import { Button } from '~/components/button'
import { ErrorPanel } from '~/components/error_panel'
import { Loading, Skeleton } from '~/components/skeleton'
import { useShortcut } from '~/hooks/use_shortcut'
import { useMedia } from '../../workflows/viewer/use_media'
import type { Go, MapAddress } from '../address'
import { NodePanel } from '../panel/node_panel'
import type { MapSummary, ProjectEdit, SymbolHit } from '../server_types'
import { FocusBar } from './focus_bar'
import { MapToolbar } from './map_toolbar'
import { NodeList } from './node_list'
import { openedFor } from './opened_for'
import { PictureNotes } from './picture_notes'
import { SearchBox } from './search_box'
import { type Pictured, usePicture } from './use_picture'

/** Ids of what is no file or symbol. */
const GROUP = /^(?:dir|layer|rest):/

const MapCanvas = lazy(() => import('../canvas/map_canvas'))

interface ArchitectureTabProps {
  project: { id: string; name: string }
  map: MapSummary
  edits: readonly ProjectEdit[]
  address: MapAddress
  go: Go
}

/** The repository as a picture or a list, and beside it what is known of the chosen part. */
export function ArchitectureTab({ project, map, edits, address, go }: ArchitectureTabProps) {
  const field = useRef<HTMLInputElement>(null)
  const wide = useMedia('(min-width: 48rem)')
  const mode = address.mode ?? (wide ? 'map' : 'list')
  const pictured = usePicture(project.id, map.id, address)
  const opened = useMemo(
    () => pictured.picture.nodes.filter(({ expanded }) => expanded).map(({ id }) => id),
    [pictured.picture]
  )
  const onSelect = useCallback((id: string) => go({ sel: id }), [go])
  const onToggle = useCallback(
    (id: string) =>
      go({ open: opened.includes(id) ? opened.filter((other) => other !== id) : [...opened, id] }),
    [go, opened]
  )
  useShortcut('/', () => field.current?.focus())
  useShortcut('m', () => go({ mode: mode === 'map' ? 'list' : 'map' }))
  useShortcut('f', () => {
    if (address.sel && !GROUP.test(address.sel)) go({ focus: address.sel, to: null })
  })
  useShortcut('Escape', () => go(address.sel ? { sel: null } : { focus: null, to: null }))
  useShortcut('t', () => go({ tests: !address.tests }))

  function choose(hit: SymbolHit) {
    const tests = address.tests || hit.role === 'test'
    go({
      sel: hit.id,
      focus: null,
      to: null,
      tests,
      open: [...new Set([...opened, ...openedFor(hit, address.by)])],
    })
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <MapToolbar address={address} go={go} mode={mode} edits={edits} hasLayers={map.hasLayers}>
        <SearchBox
          projectId={project.id}
          mapId={map.id}
          workflow={address.workflow}
          languages={map.languages.map(({ name }) => name)}
          onChoose={choose}
          field={field}
        />
      </MapToolbar>
      {address.focus && <FocusBar address={address} go={go} pictured={pictured} />}
      <PictureNotes pictured={pictured} overlay={address.overlay} />
      <div className="flex min-h-0 flex-1 flex-col gap-3 lg:h-[calc(100dvh-14rem)] lg:min-h-112 lg:flex-none lg:flex-row">
        <div
          className={
            mode === 'map'
              ? 'h-[68dvh] min-h-96 min-w-0 flex-1 overflow-hidden rounded-lg border lg:h-full'
              : 'min-w-0 flex-1 lg:overflow-y-auto'
          }
        >
          <Stage
            pictured={pictured}
            mode={mode}
            label={`Map of ${project.name}`}
            fileName={`map-${project.name}-${map.commit.slice(0, 8)}`}
            selected={address.sel}
            onSelect={onSelect}
            onToggle={onToggle}
          />
        </div>
        {address.sel && (
          <NodePanel
            key={address.sel}
            projectId={project.id}
            mapId={map.id}
            id={address.sel}
            picture={pictured.picture}
            address={address}
            go={go}
          />
        )}
      </div>
    </div>
  )
}

interface StageProps {
  pictured: Pictured
  mode: 'map' | 'list'
  label: string
  fileName: string
  selected: string | null
  onSelect: (id: string) => void
  onToggle: (id: string) => void
}

function Stage({ pictured, mode, ...rest }: StageProps) {
  const failed = [pictured.view, pictured.neighbours, pictured.way].find(({ state }) => state === 'failed')
  if (failed?.state === 'failed') {
    return (
      <ErrorPanel
        what="This part of the map could not be read."
        why={failed.why}
        actions={<Button onClick={failed.retry}>Try again</Button>}
      />
    )
  }
  if (pictured.picture.nodes.length === 0) {
    const asked = [pictured.view, pictured.neighbours, pictured.way].some(({ state }) => state === 'loading')
    return asked ? <Waiting /> : <Banner tone="info" title="There is nothing to draw" className="m-4" />
  }
  if (mode === 'list') return <NodeList picture={pictured.picture} {...rest} />
  return (
    <Suspense fallback={<Waiting />}>
      <MapCanvas picture={pictured.picture} {...rest} />
    </Suspense>
  )
}

function Waiting() {
  return (
    <Loading label="The map is loading">
      <div className="grid gap-6 p-6 sm:grid-cols-3">
        {Array.from({ length: 9 }, (_, box) => (
          <Skeleton key={box} className="h-12 w-full rounded-md" />
        ))}
      </div>
    </Loading>
  )
}
