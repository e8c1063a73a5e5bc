const commentsOrStrings = /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g
const trailingCommasOrStrings = /("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g

/** Parses JSON that may hold comments and trailing commas (tsconfig); undefined when it is something else. */
export function parseJsonc(text: string): unknown {
  const keepStrings = (_: string, literal?: string) => literal ?? ''
  try {
    const plain = text.replace(/^\uFEFF/, '').replace(commentsOrStrings, keepStrings)
    return JSON.parse(plain.replace(trailingCommasOrStrings, keepStrings))
  } catch {
    return undefined
  }
}
