const regexBefore =
  /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|void|delete|throw|new|await|yield))\s*$/

/**
 * Blanks comments and keeps every offset: each comment character but line ends becomes a space. Strings,
 * templates and regular expressions are recognised so that `//` inside them stays code.
 */
export function blankComments(code: string): string {
  const parts: string[] = []
  let kept = 0
  let at = code.startsWith('#!') ? lineEnd(code, 0) : 0
  if (at > 0) parts.push(' '.repeat(at))
  kept = at
  while (at < code.length) {
    const comment = commentEnd(code, at)
    if (comment > at) {
      parts.push(code.slice(kept, at), code.slice(at, comment).replace(/[^\r\n]/g, ' '))
      kept = at = comment
    } else {
      at = literalEnd(code, at)
    }
  }
  return parts.join('') + code.slice(kept)
}

function lineEnd(code: string, at: number): number {
  const end = code.indexOf('\n', at)
  return end < 0 ? code.length : end
}

function commentEnd(code: string, at: number): number {
  if (code[at] !== '/') return at
  if (code[at + 1] === '/') return lineEnd(code, at)
  if (code[at + 1] !== '*') return at
  const end = code.indexOf('*/', at + 2)
  return end < 0 ? code.length : end + 2
}

/** Past the string, template or regular expression that starts here, or past one character. */
function literalEnd(code: string, at: number): number {
  const first = code[at]
  if (first === '"' || first === "'") return quoteEnd(code, at, first, true)
  if (first === '`') return quoteEnd(code, at, first, false)
  const isRegex = first === '/' && regexBefore.test(code.slice(Math.max(0, at - 20), at))
  return isRegex ? regexEnd(code, at) : at + 1
}

/** A template is taken whole, its `${}` included: comments in there are rare and stay code. */
function quoteEnd(code: string, at: number, quote: string, oneLine: boolean): number {
  for (let end = at + 1; end < code.length; end++) {
    if (code[end] === '\\') end++
    else if (code[end] === quote) return end + 1
    else if (oneLine && code[end] === '\n') return end
  }
  return code.length
}

function regexEnd(code: string, at: number): number {
  let inClass = false
  for (let end = at + 1; end < code.length && code[end] !== '\n'; end++) {
    if (code[end] === '\\') end++
    else if (code[end] === '[') inClass = true
    else if (code[end] === ']') inClass = false
    else if (code[end] === '/' && !inClass) return end + 1
  }
  return at + 1
}
