import type { Layout, Place } from '../canvas/layout_tree'
import { absolutePlaces, linePath } from '../canvas/line_path'
import type { Picture, PictureNode } from '../canvas/picture'

const MARGIN = 24
const TOKENS = ['bg', 'surface', 'line', 'text', 'muted', 'bad'] as const

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** In the colours of the page it is saved from; a file of its own has no tokens to ask. */
function colours() {
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(
    TOKENS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])
  ) as Record<(typeof TOKENS)[number], string>
}

/** The whole picture, with what lies outside the window. */
export function svgOf(picture: Picture, { places, lines: routes }: Layout) {
  const at = absolutePlaces(picture.nodes, places)
  const width = Math.max(...[...at.values()].map((place) => place.x + place.width), 1) + MARGIN * 2
  const height = Math.max(...[...at.values()].map((place) => place.y + place.height), 1) + MARGIN * 2
  const ink = colours()
  const frames = new Set(picture.nodes.map(({ parent }) => parent))
  const lines = picture.edges.flatMap(({ id, count, violations }) => {
    const line = linePath(routes.get(id) ?? [])
    if (!line) return []
    const stroke = violations > 0 ? ink.bad : ink.muted
    const thick = 1 + Math.min(4, Math.log2(count) * 0.55)
    return `<path d="${line.path}" fill="none" stroke="${stroke}" stroke-opacity="0.45" stroke-width="${thick.toFixed(1)}" marker-end="url(#arrow)"/>`
  })
  const box = (node: PictureNode) => {
    const place = at.get(node.id)
    return place ? nodeText(node, place, frames.has(node.id), ink) : ''
  }
  const ordered = [...picture.nodes].sort((a, b) => Number(frames.has(b.id)) - Number(frames.has(a.id)))
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" font-family="Inter, system-ui, sans-serif">
<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10z" fill="${ink.muted}"/></marker></defs>
<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${ink.bg}"/>
${ordered
  .filter(({ id }) => frames.has(id))
  .map(box)
  .join('\n')}
${lines.join('\n')}
${ordered
  .filter(({ id }) => !frames.has(id))
  .map(box)
  .join('\n')}
</svg>\n`
  return { text, width, height }
}

const LETTERS = 26
const short = (text: string) => (text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text)

function nodeText(
  node: PictureNode,
  { x, y, width, height }: Place,
  frame: boolean,
  ink: Record<string, string>
) {
  const stroke = node.violations > 0 ? ink.bad : ink.line
  const rect = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${frame ? ink.bg : ink.surface}" stroke="${stroke}"/>`
  const label = `<text x="${x + 10}" y="${y + 20}" font-size="13" font-weight="600" fill="${ink.text}">${xml(short(node.label))}</text>`
  const detail = frame
    ? ''
    : `<text x="${x + 10}" y="${y + 37}" font-size="11" fill="${ink.muted}">${xml(short(node.detail))}</text>`
  return `<g><title>${xml(node.id)}</title>${rect}${label}${detail}</g>`
}
