/** The value below which that share of the values lies; nearest rank. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: number[]) => quantile(values, 0.5)

export function rounded(value: number, digits = 1): string {
  return Number.isFinite(value) ? value.toFixed(digits) : '–'
}
