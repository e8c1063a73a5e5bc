import type { GraphFile } from '@agentops/engine/contract'
import type { TreeFolder } from '#intelligence/services/map_tree'
import type { OpenMap } from '#intelligence/services/open_map'
import type { NodeOptions } from '#intelligence/services/view_nodes'

/** What a first look takes in without counting. */
const A_GLANCE = 36
/** A folder with a smaller share of the symbols is not what the repository is about. */
const WORTH_IT = 0.15

/** What is opened before anybody has opened anything: level by level the largest folders, as long as it stays a glance. */
export function firstOpened(map: OpenMap, { by, tests }: Pick<NodeOptions, 'by' | 'tests'>): Set<string> {
  const weigh = ({ all }: TreeFolder) =>
    all.reduce((sum, file) => sum + (tests || !file.isTest ? file.symbols.length : 0), 0)
  const opened = new Set<string>()
  const { root } = map.tree(by)
  const all = weigh(root)
  let shown = sizeOf(root)
  let level = root.folders
  while (level.length > 0) {
    const within: TreeFolder[] = []
    for (const folder of level.toSorted((a, b) => weigh(b) - weigh(a) || (a.id < b.id ? -1 : 1))) {
      const size = sizeOf(folder)
      if (weigh(folder) < all * WORTH_IT || shown + size > A_GLANCE) continue
      shown += size
      opened.add(folder.id)
      within.push(...folder.folders)
    }
    level = within
  }
  return opened
}

/** How many nodes a folder becomes; loose files stand aside as one. */
function sizeOf({ folders, files }: TreeFolder) {
  const code = files.filter(hasCode).length
  const speaking = folders.filter(({ all }) => all.some(hasCode)).length
  return speaking + code + Number(code < files.length || speaking < folders.length)
}

const hasCode = ({ symbols, imports }: GraphFile) => symbols.length + imports.length > 0
