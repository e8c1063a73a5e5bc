/** Milliseconds that a `retry-after` (seconds or date) or `retry-after-ms` header asks for; null without one. */
export function retryAfterMs(headers: Record<string, string> | undefined, now = Date.now()): number | null {
  const precise = Number(headers?.['retry-after-ms'] ?? Number.NaN)
  if (Number.isFinite(precise) && precise >= 0) return Math.ceil(precise)
  const value = headers?.['retry-after']
  if (value === undefined) return null
  const seconds = Number(value)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now
  return Number.isFinite(wait) ? Math.max(0, Math.ceil(wait)) : null
}
