import type { GraphFile } from '@agentops/engine/contract'
import type { LayeredGraph } from '#intelligence/services/layered_graph'

/** What the outermost level of the map is: the repository's own folders, or the layers of its rules. */
export const groupings = ['folders', 'layers'] as const
export type Grouping = (typeof groupings)[number]

export interface TreeFolder {
  kind: 'layer' | 'folder'
  /** `dir:<path>`, `layer:<name>`, or both joined by `/` for a folder within a layer. */
  id: string
  label: string
  /** Folders first, each by name. */
  folders: TreeFolder[]
  files: GraphFile[]
  /** Of everything beneath, however deep. */
  all: GraphFile[]
}

export interface MapTree {
  root: TreeFolder
  byId: Map<string, TreeFolder>
}

const NO_LAYER = 'Outside every layer'

export function treeOf(map: LayeredGraph, by: Grouping): MapTree {
  const { files } = map.graph
  const root = folder('', '', 'folder')
  if (by === 'folders') return indexed(fill(root, files, ''))
  const names = [...new Set(map.layers.filter((name) => name !== null))]
  for (const name of [...names, null]) {
    const own = files.filter(({ node }) => (map.layers[node] ?? null) === name)
    if (own.length === 0) continue
    const id = `layer:${name ?? ''}`
    root.folders.push(fill(folder(id, name ?? NO_LAYER, 'layer'), own, `${id}/`))
    root.all.push(...own)
  }
  return indexed(root)
}

const folder = (id: string, label: string, kind: TreeFolder['kind']): TreeFolder => ({
  kind,
  id,
  label,
  folders: [],
  files: [],
  all: [],
})

function fill(root: TreeFolder, files: readonly GraphFile[], prefix: string): TreeFolder {
  const known = new Map<string, TreeFolder>([['', root]])
  for (const file of files) {
    const parts = file.path.split('/').slice(0, -1)
    let at = root
    at.all.push(file)
    for (let depth = 1; depth <= parts.length; depth++) {
      const path = parts.slice(0, depth).join('/')
      const next = known.get(path) ?? folder(`${prefix}dir:${path}`, parts[depth - 1]!, 'folder')
      if (!known.has(path)) at.folders.push(next)
      known.set(path, next)
      next.all.push(file)
      at = next
    }
    at.files.push(file)
  }
  return shortened(root)
}

/** A folder that holds nothing but one other folder is no level worth a click: `src/main/java` is one. */
function shortened(at: TreeFolder): TreeFolder {
  at.folders = at.folders.map((inner) => {
    let deepest = inner
    let label = inner.label
    while (deepest.files.length === 0 && deepest.folders.length === 1) {
      deepest = deepest.folders[0]!
      label = `${label}/${deepest.label}`
    }
    return shortened(deepest === inner ? inner : { ...deepest, label })
  })
  at.folders.sort((a, b) => (a.label < b.label ? -1 : 1))
  return at
}

function indexed(root: TreeFolder): MapTree {
  const byId = new Map<string, TreeFolder>()
  const walk = (at: TreeFolder) => {
    byId.set(at.id, at)
    for (const inner of at.folders) walk(inner)
  }
  walk(root)
  return { root, byId }
}
