const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })

/** `14:05:09` in the reader's own zone. */
export const formatClock = (at: string) => clock.format(Date.parse(at))
