import type { CodeGraph } from '@agentops/engine/contract'

/** A graph whose files lie in the layers that the repository's rules name. */
export interface LayeredGraph {
  graph: CodeGraph
  /** The name of each file's layer, by file node; null for files of none. */
  layers: (string | null)[]
}
