import type { MapAddress } from '../address'
import type { SymbolHit } from '../server_types'

/** What must be opened for a hit to be seen: its folders, its file, and the class around it. Layers open by hand. */
export function openedFor(
  { path, id, kind }: Pick<SymbolHit, 'path' | 'id' | 'kind'>,
  by: MapAddress['by']
): string[] {
  if (by !== 'folders') return []
  const parts = path.split('/').slice(0, -1)
  const folders = parts.map((_, depth) => `dir:${parts.slice(0, depth + 1).join('/')}`)
  if (kind === 'file') return folders
  const name = id.slice(path.length + 1)
  const owner = name.includes('.') ? [`${path}#${name.slice(0, name.lastIndexOf('.'))}`] : []
  return [...folders, path, ...owner]
}
