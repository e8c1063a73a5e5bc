/** A careful guess of how many tokens a text takes; code has about 3.5 characters to a token. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 3.5)
}

/** How much of the repository goes into one call, in estimated tokens. */
export const contextBudget = { listing: 8_000, contents: 48_000 }
