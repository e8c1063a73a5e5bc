import { stripTypeScriptTypes } from 'node:module'

/**
 * TypeScript with its types replaced by spaces, offsets unchanged, as Node runs it. Source that type
 * stripping cannot take (enums, JSX) comes back as it is: then type-only lines count as code.
 */
export function blankTypes(path: string, source: string): string {
  if (!/\.[cm]?ts$/.test(path)) return source
  const stripped = withoutWarning(() => stripTypeScriptTypes(source))
  return stripped?.length === source.length ? stripped : source
}

/** The API is stable enough to pin (it is what runs the code), its notice is noise in a server's log. */
function withoutWarning(strip: () => string): string | null {
  const emitWarning = process.emitWarning
  process.emitWarning = () => {}
  try {
    return strip()
  } catch {
    return null
  } finally {
    process.emitWarning = emitWarning
  }
}
