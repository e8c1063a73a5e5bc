const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** A day as pages and mails write it: 5 December 2026. */
export const formatDay = (date: Date | number) => day.format(date)
