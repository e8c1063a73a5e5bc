const politeStart =
  /^(?:(?:please|kindly|hi|hello|hey|ok|bonjour|salut|stp|svp|s['’]il (?:te|vous) pla[iî]t|merci de|could you|can you|would you|will you|i want (?:you )?to|i['’]d like (?:you )?to|i need (?:you )?to|we need to|let['’]s|you should|peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|tu peux|il faut|je veux|je voudrais|j['’]aimerais)\b[\s,:!]*)+/i
const politeEnd = /[\s,]*(?:please|thanks|thank you|stp|svp|s['’]il (?:te|vous) pla[iî]t|merci)$/i

/** The bare request: one line, without politeness and closing punctuation. Case and quotes stay. */
export function requestOf(task: string): string {
  const line = task.replace(/\s+/g, ' ').trim()
  const stripped = line
    .replace(/[\s.!?…]+$/, '')
    .replace(politeEnd, '')
    .replace(politeStart, '')
  return stripped.replace(/[\s.!?…,]+$/, '').trim()
}

/** A name or path, and whether quotes or backticks set it off from the sentence. */
export interface Token {
  text: string
  quoted: boolean
}

/** Takes quotes, backticks and empty call parentheses off a word. */
export function tokenOf(word: string): Token {
  const inner = /^([`"'“«‘])\s?(.+?)\s?[`"'”»’]$/.exec(word)?.[2]
  const text = inner ?? word
  return { text: text.replace(/\(\)$/, ''), quoted: inner !== undefined || text.endsWith('()') }
}

/** Source of patterns that take one word, quoted or not. */
export const wordPattern =
  '(?:`[^`\\s]+`|"[^"\\s]+"|“[^”\\s]+”|«\\s?[^»\\s]+\\s?»|\'[^\'\\s]+\'|[^\\s,;:`"“«]+)'

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u

export function isIdentifier(text: string): boolean {
  return identifier.test(text)
}

/** Written as code is and prose is not: `camelCase`, `snake_case`, `$name`, `PascalCase` with two humps. */
export function looksLikeCode(text: string): boolean {
  return isIdentifier(text) && (/[\p{Ll}\d]\p{Lu}/u.test(text) || /[_$]/.test(text))
}

export function isCodeFile(text: string): boolean {
  return /^[\w@.+()[\]\\/-]+\.[cm]?[jt]sx?$/.test(text)
}

/** A path from the repository's root with forward slashes and no leading `./`. */
export function pathOf(text: string): string {
  return text
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .replace(/\/+$/, '')
}
