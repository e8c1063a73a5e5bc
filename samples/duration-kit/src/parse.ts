import { calc, unitFromName } from './units.ts'

const PART = /([+-]?\d+(?:\.\d+)?)\s*([a-z]+)/gi

/**
 * Reads a duration such as `1h 30m`, `2 days` or `-15s`. A bare number is milliseconds.
 *
 * @example parseDuration('1h 30m') // 5400000
 * @example parseDuration('2 days') // 172800000
 * @example parseDuration('250') // 250
 * @throws TypeError when the text is not a duration
 */
export function parseDuration(text: string): number {
  const trimmed = text.trim()
  if (/^[+-]?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed)
  const rest = trimmed.replace(PART, '').replace(/[\s,]+|\band\b/g, '')
  if (trimmed === '' || rest !== '') throw new TypeError(`Not a duration: ${JSON.stringify(text)}`)
  let total = 0
  for (const [, amount, name] of trimmed.matchAll(PART)) {
    const unit = unitFromName(name!)
    if (!unit) throw new TypeError(`Unknown unit: ${name}`)
    total += calc(Number(amount), unit)
  }
  return total
}

/** Like `parseDuration`, but `fallback` when the text is not a duration. */
export function parseDurationOr(text: string, fallback = 0): number {
  try {
    return parseDuration(text)
  } catch {
    return fallback
  }
}
