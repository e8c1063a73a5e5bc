import type { Picture, PictureNode } from '../canvas/picture'

/** Mermaid takes nearly anything within quotes but quotes. */
const words = (text: string) => text.replaceAll('"', '#quot;').replaceAll('\n', ' ')

/** The picture as a Mermaid flow chart, frames as subgraphs. */
export function mermaidOf({ nodes, edges }: Picture): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]))
  const inside = Map.groupBy(nodes, ({ parent }) => parent ?? '')
  const lines = ['flowchart LR']
  const write = (node: PictureNode, depth: number) => {
    const indent = '  '.repeat(depth)
    const children = inside.get(node.id)
    if (!children) {
      lines.push(`${indent}${names.get(node.id)}["${words(node.label)}"]`)
      return
    }
    lines.push(`${indent}subgraph ${names.get(node.id)}["${words(node.label)}"]`)
    for (const child of children) write(child, depth + 1)
    lines.push(`${indent}end`)
  }
  for (const node of inside.get('') ?? []) write(node, 1)
  for (const { from, to, count } of edges) lines.push(`  ${names.get(from)} -->|${count}| ${names.get(to)}`)
  return `${lines.join('\n')}\n`
}
