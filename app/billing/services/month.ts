/** Allowances are counted by calendar month in UTC, whatever day a subscription renews on. */
export const monthOf = (now = new Date()) => now.toISOString().slice(0, 7).concat('-01')

export const nextMonthStart = (now = new Date()) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))
