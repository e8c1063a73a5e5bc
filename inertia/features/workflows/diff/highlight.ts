import css from 'highlight.js/lib/languages/css'
import go from 'highlight.js/lib/languages/go'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import markdown from 'highlight.js/lib/languages/markdown'
import php from 'highlight.js/lib/languages/php'
import python from 'highlight.js/lib/languages/python'
import rust from 'highlight.js/lib/languages/rust'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import { createLowlight } from 'lowlight'
import type { DiffFile, DiffLine } from './parse_patch'

export interface Token {
  text: string
  /** The highlighter's name for what it is, without prefix: `keyword`, `string`; null for plain text. */
  scope: string | null
}

type Node = ReturnType<typeof lowlight.highlight>['children'][number]

const lowlight = createLowlight({
  css,
  go,
  javascript,
  json,
  markdown,
  php,
  python,
  rust,
  typescript,
  xml,
  yaml,
})

/** Coloured tokens for every line. Each side of a hunk is read as one text, so that what spans lines is seen as such. */
export function highlightFile(file: DiffFile, language: string): Map<DiffLine, Token[]> {
  const tokens = new Map<DiffLine, Token[]>()
  for (const { lines } of file.hunks) {
    for (const side of ['delete', 'add'] as const) {
      const shown = lines.filter((line) => line.change === 'same' || line.change === side)
      const coloured = byLine(
        lowlight.highlight(language, shown.map((line) => line.text).join('\n')).children
      )
      shown.forEach((line, index) => {
        tokens.set(line, coloured[index] ?? [])
      })
    }
  }
  return tokens
}

/** Coloured tokens of a text that stands alone, line by line. */
export const highlightText = (text: string, language: string): Token[][] =>
  byLine(lowlight.highlight(language, text).children)

function byLine(nodes: Node[]): Token[][] {
  const lines: Token[][] = [[]]
  const walk = (node: Node, scope: string | null) => {
    if (node.type === 'text') {
      const [first, ...rest] = node.value.split('\n')
      if (first) lines.at(-1)!.push({ text: first, scope })
      for (const text of rest) lines.push(text ? [{ text, scope }] : [])
    } else if (node.type === 'element') {
      const names = node.properties.className
      const own = Array.isArray(names) ? String(names[0]).replace('hljs-', '') : scope
      for (const child of node.children) walk(child, own)
    }
  }
  for (const node of nodes) walk(node, null)
  return lines
}
