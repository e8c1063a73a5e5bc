import type { SyntaxNode } from '@lezer/common'

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let at = node.firstChild; at; at = at.nextSibling) children.push(at)
  return children
}

/** A literal's text without its quotes; null for anything else. Placeholders of f-strings become `*`. */
export function stringOf(node: SyntaxNode | null | undefined, text: string): string | null {
  if (node?.name === 'ContinuedString') {
    return childrenOf(node)
      .map((part) => stringOf(part, text) ?? '')
      .join('')
  }
  if (node?.name !== 'String' && node?.name !== 'FormatString') return null
  const raw = text.slice(node.from, node.to)
  const match = /^[a-zA-Z]*("""|'''|"|')([\s\S]*)\1$/.exec(raw)
  if (!match) return null
  return node.name === 'FormatString' ? match[2]!.replace(/\{[^}]*\}/g, '*') : match[2]!
}

export interface Argument {
  /** Null for a positional one. */
  keyword: string | null
  value: SyntaxNode
}

/** The arguments of a call, without stars and commas. */
export function argumentsOf(list: SyntaxNode | null, text: string): Argument[] {
  const found: Argument[] = []
  if (!list) return found
  const parts = childrenOf(list)
  for (const [i, part] of parts.entries()) {
    if (/^[(),*]|^\*\*$|^AssignOp$|^Comment$/.test(part.name)) continue
    if (parts[i + 1]?.name === 'AssignOp') continue
    const keyword = parts[i - 1]?.name === 'AssignOp' ? parts[i - 2] : undefined
    found.push({ keyword: keyword ? text.slice(keyword.from, keyword.to) : null, value: part })
  }
  return found
}

export interface Parameter {
  name: string
  type: SyntaxNode | null
  standard: SyntaxNode | null
  from: number
}

export function parametersOf(list: SyntaxNode | null, text: string): Parameter[] {
  const found: Parameter[] = []
  if (!list) return found
  const parts = childrenOf(list)
  for (const [i, part] of parts.entries()) {
    if (part.name !== 'VariableName' || parts[i - 1]?.name === 'AssignOp') continue
    const type = parts[i + 1]?.name === 'TypeDef' ? parts[i + 1]! : null
    const sign = parts[i + (type ? 2 : 1)]
    const standard = sign?.name === 'AssignOp' ? (parts[i + (type ? 3 : 2)] ?? null) : null
    found.push({ name: text.slice(part.from, part.to), type, standard, from: part.from })
  }
  return found
}

/** The type inside an annotation: behind its colon or arrow. */
export function annotated(node: SyntaxNode | null): SyntaxNode | null {
  return node ? (childrenOf(node).find(({ name }) => name !== ':' && name !== '->') ?? null) : null
}

/** Modules and names of an import statement. */
export interface ImportParts {
  /** With its leading dots; empty for a plain `import`. */
  from: string
  names: { name: string; alias: string | null; at: number }[]
  star: boolean
}

export function importParts(node: SyntaxNode, text: string): ImportParts {
  const parts: ImportParts = { from: '', names: [], star: false }
  let isFrom = false
  let inNames = false
  let dotted = false
  let aliasNext = false
  for (const part of childrenOf(node)) {
    const word = text.slice(part.from, part.to)
    if (part.name === 'from') isFrom = true
    else if (part.name === 'import') inNames = true
    else if (part.name === '*' || word === '*') parts.star = true
    else if (part.name === 'as') aliasNext = true
    else if (part.name === '.' || part.name === '...') {
      if (isFrom && !inNames) parts.from += word
      else dotted = true
    } else if (part.name === 'VariableName') {
      const last = parts.names.at(-1)
      if (isFrom && !inNames) parts.from += word
      else if (aliasNext && last) last.alias = word
      else if (dotted && last) last.name += `.${word}`
      else parts.names.push({ name: word, alias: null, at: part.from })
      dotted = false
      aliasNext = false
    }
  }
  return parts
}
