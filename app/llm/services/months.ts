/** The first day of the calendar month in UTC, as the counters of spending name it. */
export function monthOf(date = new Date()): string {
  return `${date.toISOString().slice(0, 7)}-01`
}

/** When the counting begins anew. */
export function nextMonth(date = new Date()): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1))
}

/** The month of counters that never begin anew. */
export const noMonth = '1970-01-01'
