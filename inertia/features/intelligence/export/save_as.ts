import type { Layout } from '../canvas/layout_tree'
import type { Picture } from '../canvas/picture'
import { mermaidOf } from './mermaid.js'
import { svgOf } from './svg.js'

export interface Saved {
  picture: Picture
  layout: Layout
  fileName: string
}

/** Hands the picture over as a file. */
export async function saveAs(
  format: 'SVG' | 'PNG' | 'Mermaid' | 'JSON',
  { picture, layout, fileName }: Saved
) {
  switch (format) {
    case 'SVG':
      return hand(new Blob([svgOf(picture, layout).text], { type: 'image/svg+xml' }), `${fileName}.svg`)
    case 'PNG':
      return hand(await pngOf(picture, layout), `${fileName}.png`)
    case 'Mermaid':
      return hand(new Blob([mermaidOf(picture)], { type: 'text/plain' }), `${fileName}.mmd`)
    case 'JSON':
      return hand(
        new Blob([JSON.stringify(picture, null, 2)], { type: 'application/json' }),
        `${fileName}.json`
      )
  }
}

function hand(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** The most that browsers draw on one canvas. */
const MAX_SIDE = 8000

async function pngOf(picture: Picture, layout: Layout): Promise<Blob> {
  const { text, width, height } = svgOf(picture, layout)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const scale = Math.min(2, MAX_SIDE / width, MAX_SIDE / height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * scale)
  canvas.height = Math.ceil(height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no canvas')
  pen.scale(scale, scale)
  pen.drawImage(image, 0, 0)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image came of it'))), 'image/png')
  )
}
