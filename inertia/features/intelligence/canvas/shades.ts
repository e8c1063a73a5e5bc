import type { ShadedNode } from '../server_types'

/** A colour behind a node with the figure that it stands for. */
export interface Tint {
  /** A custom property of the tokens. */
  colour: '--ok' | '--warn' | '--bad' | '--accent'
  /** How much of it, 0 to 1. */
  strength: number
  words: string
}

const HALF = 0.5

/** How an overlay colours a node; null where it has nothing to say. */
export function shadeOf(overlay: string, shade: ShadedNode['shade']): Tint | null {
  if (!shade) return null
  const { value, of, strength } = shade
  switch (overlay) {
    case 'coverage': {
      const colour = strength >= 0.8 ? '--ok' : strength >= HALF ? '--warn' : '--bad'
      return { colour, strength: 1, words: `${Math.floor(strength * 100)} % of ${of} lines covered` }
    }
    case 'churn':
      return value > 0 ? { colour: '--warn', strength, words: `changed in ${value} of ${of} commits` } : null
    case 'edits':
      return value > 0 ? { colour: '--accent', strength: 1, words: `${value} of ${of} edited files` } : null
    case 'unresolved':
      return value > 0
        ? { colour: '--warn', strength, words: `${value} of ${of} references unresolved` }
        : null
    default:
      return null
  }
}
