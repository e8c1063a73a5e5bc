import { createContext, useContext } from 'react'

/** What a node on the canvas can ask for. */
export interface CanvasActions {
  selected: string | null
  /** Nodes that a line ties to the selected or pointed one; null when none is. */
  near: ReadonlySet<string> | null
  onSelect: (id: string) => void
  onToggle: (id: string) => void
}

export const CanvasContext = createContext<CanvasActions | null>(null)

export function useCanvas(): CanvasActions {
  const actions = useContext(CanvasContext)
  if (!actions) throw new Error('a map node stands outside of a canvas')
  return actions
}
