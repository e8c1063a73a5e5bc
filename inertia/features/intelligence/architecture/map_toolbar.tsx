import { List, Map as MapIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '~/components/icon_button'
import { Select } from '~/components/select'
import { Switch } from '~/components/switch'
import type { Go, MapAddress, MapOverlay } from '../address'
import type { ProjectEdit } from '../server_types'

interface MapToolbarProps {
  address: MapAddress
  go: Go
  mode: 'map' | 'list'
  edits: readonly ProjectEdit[]
  hasLayers: boolean
  /** The search. */
  children: ReactNode
}

const OVERLAYS: { value: MapOverlay; label: string }[] = [
  { value: 'none', label: 'No overlay' },
  { value: 'coverage', label: 'Coverage' },
  { value: 'churn', label: 'Churn' },
  { value: 'unresolved', label: 'Unresolved' },
  { value: 'edits', label: 'Workflow edits' },
]

export function MapToolbar({ address, go, mode, edits, hasLayers, children }: MapToolbarProps) {
  const overlays = OVERLAYS.filter(({ value }) => value !== 'edits' || edits.length > 0)
  function chooseOverlay(overlay: MapOverlay) {
    const workflow = overlay === 'edits' ? (address.workflow ?? edits[0]?.id ?? null) : address.workflow
    go({ overlay, workflow })
  }
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      {children}
      {hasLayers && (
        <Select
          aria-label="Group by"
          className="w-36"
          value={address.by}
          options={[
            { value: 'folders', label: 'By folders' },
            { value: 'layers', label: 'By layers' },
          ]}
          onChange={({ target }) => go({ by: target.value as MapAddress['by'], open: [], sel: null })}
        />
      )}
      <Select
        aria-label="Overlay"
        className="w-40"
        value={address.overlay}
        options={overlays}
        onChange={({ target }) => chooseOverlay(target.value as MapOverlay)}
      />
      {address.overlay === 'edits' && (
        <Select
          aria-label="Workflow"
          className="w-48"
          value={address.workflow ?? ''}
          options={edits.map(({ id, number, task }) => ({ value: id, label: `#${number} ${task}` }))}
          onChange={({ target }) => go({ workflow: target.value })}
        />
      )}
      <Switch
        label="Tests"
        checked={address.tests}
        onChange={({ target }) => go({ tests: target.checked })}
      />
      <IconButton
        variant="secondary"
        label={mode === 'map' ? 'Show as a list' : 'Show as a map'}
        icon={mode === 'map' ? <List /> : <MapIcon />}
        onClick={() => go({ mode: mode === 'map' ? 'list' : 'map' })}
      />
    </div>
  )
}
