const vendored = /(^|\/)(node_modules|bower_components|vendor|dist|build|out|coverage|\.next|\.nuxt|\.yarn)\//
const generatedPath = /(\.min\.[cm]?js|\.bundle\.js|\.generated\.[cm]?[jt]sx?|\.pb\.[jt]s)$/
const generatedHeader = /@generated\b|\bDO NOT EDIT\b|auto-?generated (file|by|code)/i

/** Lists that a framework generates to be imported by hand-written code: names lead through them. */
const lazyList = /\(\) => import\(/

/** A file above this many bytes is not read for symbols. */
const maxBytes = 1024 * 1024
const minifiedLineLength = 5_000

/** Why a path is left out before it is opened, or null. */
export function setAsideByPath(path: string, bytes: number): string | null {
  if (vendored.test(path)) return 'built or vendored folder'
  if (generatedPath.test(path)) return 'generated file'
  if (bytes > maxBytes) return `larger than ${maxBytes / 1024 / 1024} MiB`
  return null
}

/** Why a file is left out after looking at its text, or null. */
export function setAsideByText(text: string): string | null {
  const head = text.slice(0, 2_000)
  if (generatedHeader.test(head.slice(0, 1_000)) && !lazyList.test(head)) return 'generated file'
  if (hasLineLongerThan(text, minifiedLineLength)) return 'minified file'
  return null
}

function hasLineLongerThan(text: string, limit: number): boolean {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const stop = end === -1 ? text.length : end
    if (stop - start > limit) return true
    start = stop + 1
  }
  return false
}
