const MICRO = 1_000_000
const SMALLEST_SHOWN = 50

/**
 * Micro-dollars as people read them: `$0.0012`, `$0.123`, `$4.20`, `$12,300.00`.
 * Rounded half up to as many digits as the size deserves; an amount that is not zero is never shown as zero.
 */
export function formatMoney(microDollars: number): string {
  const amount = Math.abs(microDollars)
  const sign = microDollars < 0 ? '−' : ''
  if (amount === 0) return '$0.00'
  if (amount < SMALLEST_SHOWN) return `${sign}< $0.0001`
  return `${sign}$${(amount / MICRO).toLocaleString('en-US', fractionDigits(amount))}`
}

/** The same amount with nothing rounded away, for the tooltip. */
export function formatMoneyExact(microDollars: number): string {
  const sign = microDollars < 0 ? '−' : ''
  return `${sign}$${(Math.abs(microDollars) / MICRO).toFixed(6)}`
}

function fractionDigits(amount: number): Intl.NumberFormatOptions {
  const digits = amount < MICRO / 100 ? 4 : amount < MICRO ? 3 : 2
  return { minimumFractionDigits: Math.min(digits, 2), maximumFractionDigits: digits }
}
