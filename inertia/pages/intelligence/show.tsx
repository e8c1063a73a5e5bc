import { Head } from '@inertiajs/react'
import { formatAddress, parseAddress } from '~/features/intelligence/address'
import type { ProjectMap } from '~/features/intelligence/server_types'
import { MapHeader } from '~/features/intelligence/shell/map_header'
import { MapTabs } from '~/features/intelligence/shell/map_tabs'
import { MapFailure, NoMap } from '~/features/intelligence/shell/no_map'
import { useMapChannel } from '~/features/intelligence/shell/use_map_channel'
import { useAddress } from '~/hooks/use_address'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  overview: ProjectMap
  edits: { id: string; number: number; task: string }[]
  can: { refresh: boolean }
}>

export default function IntelligenceShow({ overview, edits, can }: Props) {
  const { project, map } = overview
  const phase = useMapChannel(project.id)
  const [address, go] = useAddress(parseAddress, formatAddress)
  return (
    <div className="flex flex-col">
      <Head title={`Map of ${project.name}`} />
      <MapHeader overview={overview} phase={phase} can={can} />
      {map ? (
        <>
          <MapFailure progress={overview.progress} />
          <MapTabs project={project} map={map} edits={edits} address={address} go={go} />
        </>
      ) : (
        <NoMap progress={overview.progress} phase={phase} />
      )}
    </div>
  )
}
