/** Who is called in comments at a git host, and the label that calls without words. */
export const MENTION = '@agentops'
export const LABEL = 'agentops'

const call = /(?:^|[\s(])@agentops(?![\w-])[,:]?/i

/** Comments of ours carry it, unseen by readers. */
const ours = /<!-- agentops-/

/**
 * What a comment asks for; null when it does not call us. Quoted lines and code are somebody else's words, so a
 * call in them is none.
 */
export function askedOf(comment: string): string | null {
  if (ours.test(comment)) return null
  const own = comment
    .replace(/```[\s\S]*?(?:```|$)/g, '')
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .replace(/`[^`\n]*`/g, '')
  if (!call.test(own)) return null
  return own.replace(call, ' ').trim()
}
