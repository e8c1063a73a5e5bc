/** Bounds of one conversation; outside of the model, whatever it answers. */
export const limits = {
  /** Answers of a model. */
  steps: 80,
  /** Wall time, test runs included. */
  milliseconds: 60 * 60_000,
  testRuns: 12,
  /** Red runs after which the change is handed over as it is: a stronger model may go on from there. */
  redRuns: 4,
  /** Answers in a row in which nothing worked. */
  fruitless: 6,
  /** Answers in a row whose edits or calls could not be used, after which a stronger model goes on. */
  malformed: 3,
  /** The same call on the same code. */
  repeats: 3,
  /** Bytes of all changed files together. */
  editBytes: 3_000_000,
  callsPerStep: 16,
  /** Estimated tokens of a conversation before old results are left out of it, and after. */
  historyTokens: 90_000,
  historyTokensKept: 45_000,
  /** Characters of one tool's answer. */
  toolOutput: 24_000,
  /** Estimated tokens of files in the first message; the rest is read by tools. */
  contents: 24_000,
} as const
