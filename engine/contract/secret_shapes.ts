/**
 * Well-known token shapes. Every pattern is bounded and starts either with a distinctive prefix or at a word
 * boundary, so that hostile text is scanned in linear time.
 */
const shapes = [
  /gh[pousr]_[A-Za-z0-9]{20,1024}/g,
  /github_pat_\w{20,1024}/g,
  /gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent)-[\w.-]{16,1024}/g,
  /(?<![\w-])sk-[\w-]{20,1024}/g,
  /(?<![\w-])(?:sk|rk)_(?:live|test)_\w{16,1024}/g,
  /whsec_[\w+/=]{16,1024}/g,
  /xox[abeoprs]-[\w-]{10,1024}/g,
  /xapp-[\w-]{10,1024}/g,
  /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}/g,
  /(?<![\w-])eyJ[\w-]{5,4096}\.eyJ[\w-]{5,8192}\.[\w-]{0,2048}/g,
  /agentops_[\w-]{20,1024}/g,
  /(?<=:\/\/[^\s/:@]{0,100}:)[^\s/:@]{1,500}(?=@)/g,
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END)[A-Za-z0-9+/=\s\\:,-]){0,16384}(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|-----END[A-Z0-9 ]{0,60}-{0,4}$)?/g,
]

/** No shape matches more characters than this. */
export const maxShapeLength = 20_000

export function* shapeMatches(text: string): Generator<[start: number, end: number]> {
  for (const shape of shapes) {
    for (const match of text.matchAll(shape)) yield [match.index, match.index + match[0].length]
  }
}

/** A text without what has the shape of a secret; it says so in its place. */
export function withoutSecrets(text: string, mark = '[a secret was left out]'): string {
  const found = [...shapeMatches(text)].sort(([a], [b]) => a - b)
  let shown = ''
  let at = 0
  for (const [start, end] of found) {
    if (end <= at) continue
    if (start >= at) shown += text.slice(at, start) + mark
    at = Math.max(at, end)
  }
  return shown + text.slice(at)
}
