/** How a project writes its code, as far as generated code has to look the same. */
export interface CodeStyle {
  quote: "'" | '"'
  semicolons: boolean
  indent: string
  /** Columns before a line is broken. */
  width: number
}

/** Reads the style off sources; the first ones weigh as much as the later ones. */
export function codeStyleOf(texts: readonly string[]): CodeStyle {
  const all = texts.map((text) => text.slice(0, 20_000)).join('\n')
  const count = (pattern: RegExp) => all.match(pattern)?.length ?? 0
  return {
    quote: count(/"(?:[^"\\\n]|\\.)*"/g) > count(/'(?:[^'\\\n]|\\.)*'/g) ? '"' : "'",
    semicolons:
      count(/[^\s{};,][ \t]*;[ \t]*(\/\/.*)?$/gm) >
      count(/^[ \t]*(?:const|let|import|return|await|export \{)\b[^\n;]*[^\s{};,([=>&|?:+]$/gm),
    indent: indentOf(all),
    width: 100,
  }
}

function indentOf(text: string): string {
  if (/^\t\S/m.test(text) && !/^ {2}\S/m.test(text)) return '\t'
  // Nested code starts deeper, so the smallest step that is seen is the project's.
  const widths = [...text.matchAll(/[{([]\n( +)\S/g)].map(([, spaces]) => spaces!.length)
  return ' '.repeat(Math.min(8, ...widths.filter((width) => width > 1)) % 8 || 2)
}

/** A string literal in the project's quotes; the other kind where that saves escapes. */
export function quoted(text: string, { quote }: Pick<CodeStyle, 'quote'>): string {
  const other = quote === "'" ? '"' : "'"
  const used = text.includes(quote) && !text.includes(other) ? other : quote
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return used + escaped.replaceAll(used, `\\${used}`) + used
}
