/**
 * Replaces `search` in `content` when it occurs exactly once; else says precisely why not. Both
 * texts take the file's own line ends. Replacing whole lines by nothing removes their line end too.
 */
export function replaceOnce(
  content: string,
  search: string,
  replace: string
): { content: string } | { complaint: string } {
  if (search.trim() === '') return { complaint: 'the search text is empty.' }
  const eol = content.includes('\r\n') && !/(^|[^\r])\n/.test(content) ? '\r\n' : '\n'
  const wanted = search.replaceAll('\n', eol)
  const places = occurrences(content, wanted)
  if (places.length === 0)
    return { complaint: `the search text does not occur in the file. ${nearest(content, search)}` }
  if (places.length > 1) {
    const lines = places.map((place) => lineOf(content, place)).join(', ')
    return {
      complaint: `the search text occurs ${places.length} times (lines ${lines}). Include more of the lines around it.`,
    }
  }
  const [start] = places
  const end = start! + wanted.length
  const takesLine =
    replace === '' && content.startsWith(eol, end) && (start === 0 || content[start! - 1] === '\n')
  return {
    content:
      content.slice(0, start) +
      replace.replaceAll('\n', eol) +
      content.slice(takesLine ? end + eol.length : end),
  }
}

function occurrences(content: string, wanted: string): number[] {
  const places: number[] = []
  for (let at = content.indexOf(wanted); at !== -1; at = content.indexOf(wanted, at + 1)) places.push(at)
  return places
}

/** The line that the model most likely meant, when only its spacing was wrong. */
function nearest(content: string, search: string): string {
  const first =
    search
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? ''
  const index = content.split(/\r?\n/).findIndex((line) => line.trim() === first)
  if (index === -1) return 'Copy it character by character from the file as it is shown.'
  return `Its first line is line ${index + 1} of the file, so spacing or a later line differs.`
}

function lineOf(content: string, offset: number): number {
  return content.slice(0, offset).split('\n').length
}
