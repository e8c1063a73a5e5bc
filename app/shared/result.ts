/** An expected failure is a value that the caller must look at; the unexpected throws. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

export const ok = <T>(value: T) => ({ ok: true as const, value })
export const err = <E>(error: E) => ({ ok: false as const, error })
