import limiter from '@adonisjs/limiter/services/main'

const soon = limiter.use({ requests: 10, duration: '15 minutes' })
const daily = limiter.use({ requests: 50, duration: '1 day' })

/**
 * Counts a one-time code that a program sends for somebody, whose password it knows. Guesses come from anywhere,
 * so only the account counts.
 *
 * @returns whether the code may be looked at
 */
export async function mayGuessCode(userId: string): Promise<boolean> {
  const key = `one_time_code:${userId}`
  return (
    (await soon.attempt(key, () => true)) === true && (await daily.attempt(`${key}:day`, () => true)) === true
  )
}
