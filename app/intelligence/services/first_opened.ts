import type { TreeFolder } from '#intelligence/services/map_tree'
import type { OpenMap } from '#intelligence/services/open_map'
import type { NodeOptions } from '#intelligence/services/view_nodes'

/** What a first look takes in without counting. */
const A_GLANCE = 44
/** A folder with a smaller share of the symbols is not what the repository is about. */
const WORTH_IT = 0.15

/** What is opened before anybody has opened anything: the largest folders, as long as it stays a glance. */
export function firstOpened(map: OpenMap, { by, tests }: Pick<NodeOptions, 'by' | 'tests'>): Set<string> {
  const weigh = ({ all }: TreeFolder) =>
    all.reduce((sum, file) => sum + (tests || !file.isTest ? file.symbols.length : 0), 0)
  const opened = new Set<string>()
  const { root } = map.tree(by)
  const all = weigh(root)
  let shown = sizeOf(root)
  const candidates = [...root.folders]
  while (candidates.length > 0) {
    candidates.sort((a, b) => weigh(b) - weigh(a) || (a.id < b.id ? -1 : 1))
    const folder = candidates.shift()!
    const size = sizeOf(folder)
    if (weigh(folder) < all * WORTH_IT || shown + size > A_GLANCE) continue
    shown += size
    opened.add(folder.id)
    candidates.push(...folder.folders)
  }
  return opened
}

/** How many nodes a folder becomes; loose files stand aside as one. */
function sizeOf({ folders, files }: TreeFolder) {
  const code = files.filter(({ symbols, imports }) => symbols.length + imports.length > 0).length
  return folders.length + code + Number(code < files.length)
}
