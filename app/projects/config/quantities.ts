/** Reads a scalar as an amount, or says what was expected. */
export type ReadQuantity = (value: unknown) => { amount: number } | { expected: string }

const sizes = { KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 }
const durations = { s: 1000, m: 60_000, h: 3_600_000 }

/** Bytes, at least 1 KiB. */
export const readBytes: ReadQuantity = (value) => {
  const match = /^(\d{1,9}(?:\.\d{1,3})?) ?(KiB|MiB|GiB)$/.exec(String(value))
  const amount = match ? Math.round(Number(match[1]) * sizes[match[2] as keyof typeof sizes]) : 0
  return amount >= 1024 ? { amount } : { expected: 'a size such as 512MiB or 1GiB (KiB, MiB or GiB)' }
}

/** Milliseconds, at least one second. */
export const readDuration: ReadQuantity = (value) => {
  const match = /^(\d{1,6}(?:\.\d{1,3})?) ?(s|m|h)$/.exec(String(value))
  const amount = match ? Math.round(Number(match[1]) * durations[match[2] as keyof typeof durations]) : 0
  return amount >= 1000 ? { amount } : { expected: 'a duration such as 90s, 5m or 1h (s, m or h)' }
}

export const readCount: ReadQuantity = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0
    ? { amount: value }
    : { expected: 'a whole number above 0' }
