/** What PostgreSQL's JSON refuses, as `JSON.stringify` writes it: NUL, and half of a surrogate pair. */
const refused = /\\u(?:0000|d[89a-f])/

/** Text as PostgreSQL can keep it. Programs print what they like, and cutting a line can halve a character. */
export const storableText = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd')

const storable = (_: string, value: unknown) => (typeof value === 'string' ? storableText(value) : value)

/** `JSON.stringify` for a `jsonb` column. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  return refused.test(json) ? JSON.stringify(value, storable) : json
}
