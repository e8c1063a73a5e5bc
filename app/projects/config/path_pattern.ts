/** What other tools read as more than a plain character and we do not; taken literally it would protect nothing. */
const unknownSyntax = /[{}]|^!|[!+@?*]\(/

/** Why text cannot be a pattern; null when it can. */
export function patternProblem(pattern: string): string | null {
  return unknownSyntax.test(pattern) ? 'only "*", "**" and "?" stand for other characters' : null
}

/**
 * Whether a repository path is meant: `*` and `?` within a folder, `**` for any number of folders. Patterns
 * come from strangers, so the time is bounded by the product of both lengths, whatever they are made of.
 */
export function matchesPattern(pattern: string, path: string): boolean {
  return matchesSequence(pattern.split('/'), path.split('/'), '**', matchesName)
}

const matchesName = (pattern: string, name: string) =>
  matchesSequence([...pattern], [...name], '*', (one, other) => one === '?' || one === other)

/** Goes back to the last `many` only: what an earlier one could take instead, the last one can take too. */
function matchesSequence(
  pattern: string[],
  items: string[],
  many: string,
  matches: (pattern: string, item: string) => boolean
): boolean {
  let at = 0
  let resumeAt = -1
  let resumeFrom = 0
  for (let item = 0; item < items.length; ) {
    if (pattern[at] === many) {
      resumeAt = ++at
      resumeFrom = item
    } else if (at < pattern.length && matches(pattern[at]!, items[item]!)) {
      at++
      item++
    } else if (resumeAt >= 0) {
      at = resumeAt
      item = ++resumeFrom
    } else return false
  }
  // Below a folder means something is there: `src/**` is not `src` itself, while `*` may stand for nothing.
  return many === '**' ? at === pattern.length : pattern.slice(at).every((one) => one === many)
}
