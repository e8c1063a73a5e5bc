const irregular: [one: string, many: string][] = [
  ['person', 'people'],
  ['child', 'children'],
  ['man', 'men'],
  ['woman', 'women'],
  ['mouse', 'mice'],
  ['life', 'lives'],
  ['wife', 'wives'],
  ['knife', 'knives'],
  ['leaf', 'leaves'],
  ['shelf', 'shelves'],
  ['half', 'halves'],
]
const unchanged = /(?:equipment|information|series|species|news|sheep|fish|media|metadata|audio|feedback)$/

/** `categories` gives `category`; words after the last separator alone are looked at. */
export function singular(word: string): string {
  if (unchanged.test(word)) return word
  for (const [one, many] of irregular) if (word.endsWith(many)) return word.slice(0, -many.length) + one
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (/(status|alias|bus|campus|virus)es$/.test(word)) return word.slice(0, -2)
  return /(ss|us|is)$/.test(word) ? word : word.replace(/s$/, '')
}

export function plural(word: string): string {
  if (unchanged.test(word)) return word
  for (const [one, many] of irregular) if (word.endsWith(one)) return word.slice(0, -one.length) + many
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}

/** `OrderItem` gives `order_item`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
}

/** The table that Lucid and Eloquent expect for a model: `OrderItem` gives `order_items`. */
export function tableName(model: string): string {
  const words = snakeCase(model).split('_')
  return [...words.slice(0, -1), plural(words.at(-1)!)].join('_')
}
