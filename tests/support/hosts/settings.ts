import env from '#start/env'

/** Sets variables as an operator would have; the returned function puts back what was there. */
export function withSettings(values: Record<string, unknown>): () => void {
  const name = (text: string) => text as 'GITHUB_URL'
  const before = Object.keys(values).map((key) => [key, env.get(name(key))] as const)
  for (const [key, value] of Object.entries(values)) env.set(name(key), value as string)
  return () => {
    for (const [key, value] of before) {
      env.set(name(key), value as string)
      // what was unset is otherwise the word "undefined" from now on
      if (value === undefined) delete process.env[key]
    }
  }
}
