/** Whole cents as people read them: `$39`, `$39.50`. */
export function formatCents(cents: number, currency = 'usd') {
  return (cents / 100).toLocaleString('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  })
}

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A day of Stripe's calendar, which is in UTC. */
export const formatDay = (iso: string) => day.format(Date.parse(iso))
