import { useMemo } from 'react'
import { type MapAddress, NONE } from '../address'
import { EMPTY, type Picture, pictureOfNeighbours, pictureOfView, pictureOfWay } from '../canvas/picture'
import type { MapView, NeighbourAnswer, WayAnswer } from '../server_types'
import { latestOf, type MapData, mapUrl, useMapData } from '../use_map_data'

export interface Pictured {
  picture: Picture
  view: MapData<MapView>
  neighbours: MapData<NeighbourAnswer>
  way: MapData<WayAnswer>
}

/** What is to be seen: the repository as it is opened, or the surroundings of one node, or the way between two. */
export function usePicture(projectId: string, mapId: string, address: MapAddress): Pictured {
  const { by, open, tests, overlay, workflow, focus, dir, depth, to } = address
  const opened = open?.length === 0 ? [NONE] : open
  const query = { by, open: opened, tests, overlay, workflow: overlay === 'edits' ? workflow : null }
  const view = useMapData<MapView>(focus ? null : mapUrl(projectId, 'view', mapId, query))
  const around =
    focus && !to ? mapUrl(projectId, 'neighbours', mapId, { id: focus, direction: dir, depth }) : null
  const neighbours = useMapData<NeighbourAnswer>(around)
  const way = useMapData<WayAnswer>(focus && to ? mapUrl(projectId, 'way', mapId, { from: focus, to }) : null)

  const [viewed, near, between] = [latestOf(view), latestOf(neighbours), latestOf(way)]
  const picture = useMemo(() => {
    if (focus && to) return between ? pictureOfWay(between) : EMPTY
    if (focus) return near ? pictureOfNeighbours(near) : EMPTY
    return viewed ? pictureOfView(viewed, overlay) : EMPTY
  }, [viewed, near, between, focus, to, overlay])
  return { picture, view, neighbours, way }
}
