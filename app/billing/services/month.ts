/** Allowances are counted by calendar month in UTC, whatever day a subscription renews on. */
export const monthOf = (now = new Date()) => now.toISOString().slice(0, 7).concat('-01')

export const nextMonthStart = (now = new Date()) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))

export const previousMonth = (now = new Date()) =>
  monthOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)))

/** The first moment after a month. */
export const monthEnd = (month: string) => nextMonthStart(new Date(month))
