/** Who does the work, from `recipe:<name>` or `model:<name>`. */
export function methodWords(method: string): string {
  const [kind, ...rest] = method.split(':')
  const name = rest.join(':').replaceAll(/[-_]/g, ' ')
  if (kind === 'recipe') return `By the recipe “${name}”, without a model`
  if (kind === 'model') return `By the model ${rest.join(':')}`
  return method
}
