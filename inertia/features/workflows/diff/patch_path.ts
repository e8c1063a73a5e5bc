const SIMPLE: Record<string, number> = { n: 10, t: 9, r: 13, a: 7, b: 8, f: 12, v: 11, '"': 34, '\\': 92 }

/** A path as git writes it: plain, or in quotes with C escapes when it holds anything unusual. */
export function unquote(text: string): string {
  if (!text.startsWith('"')) return text
  const bytes: number[] = []
  const body = text.slice(1, text.lastIndexOf('"'))
  for (const [piece, octal, letter] of body.matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs)) {
    if (octal) bytes.push(Number.parseInt(octal, 8))
    else if (letter) bytes.push(SIMPLE[letter] ?? letter.charCodeAt(0))
    else bytes.push(...new TextEncoder().encode(piece))
  }
  return new TextDecoder().decode(new Uint8Array(bytes))
}

/** The path behind `a/` or `b/`; null for `/dev/null`. */
export function sidePath(text: string): string | null {
  const path = unquote(text.replace(/\t.*$/, ''))
  return path === '/dev/null' ? null : path.replace(/^[ab]\//, '')
}

/** The path of a file that was neither moved nor shown with `---` and `+++`: `diff --git a/x b/x`. */
export function pathOfHeader(line: string): string {
  const both = line.replace(/^diff --git /, '')
  if (both.startsWith('"')) return sidePath(both.slice(0, both.indexOf('" ') + 1)) ?? ''
  return both.slice(0, (both.length - 1) / 2).replace(/^a\//, '')
}
