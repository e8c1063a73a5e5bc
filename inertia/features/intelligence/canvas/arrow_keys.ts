import type { KeyboardEvent } from 'react'

const TOWARDS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** How much straying from the direction counts beside the way along it. */
const STRAYING = 2.5

function middleOf(element: Element) {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: x + width / 2, y: y + height / 2 }
}

/** From a node of the picture the arrows lead to the nearest one on that side; elsewhere they mean what they always do. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const towards = TOWARDS[event.key]
  const here = (event.target as Element).closest('.react-flow__node')
  if (!towards || !here || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const from = middleOf(here)
  let best: { element: HTMLElement; cost: number } | null = null
  for (const element of event.currentTarget.querySelectorAll<HTMLElement>(
    '.react-flow__node [aria-pressed]'
  )) {
    const at = middleOf(element)
    const along = (at.x - from.x) * towards[0] + (at.y - from.y) * towards[1]
    const aside = Math.abs((at.x - from.x) * towards[1]) + Math.abs((at.y - from.y) * towards[0])
    const cost = along + aside * STRAYING
    if (along > 1 && !here.contains(element) && (!best || cost < best.cost)) best = { element, cost }
  }
  best?.element.focus()
}
