const UNITS: [seconds: number, name: string][] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
]
const WEEK = 7 * 86_400
const JUST_NOW = 5

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' })

/** `just now`, `42 s ago`, `5 min ago`, `in 2 h`, `3 d ago`; beyond a week the date. Both in epoch milliseconds. */
export function formatRelativeTime(at: number, now: number): string {
  const seconds = Math.round((now - at) / 1000)
  const distance = Math.abs(seconds)
  if (distance < JUST_NOW) return 'just now'
  if (distance >= WEEK) return day.format(at)
  const [size, name] = UNITS.find(([unit]) => distance >= unit) ?? [1, 's']
  const amount = `${Math.floor(distance / size)} ${name}`
  return seconds < 0 ? `in ${amount}` : `${amount} ago`
}

/** The full date and time in the reader's own zone, with the zone's name. */
export function formatExactTime(at: number): string {
  return exact.format(at)
}
