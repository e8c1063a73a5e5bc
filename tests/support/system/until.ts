import { setTimeout as wait } from 'node:timers/promises'

/** Waits until `look` answers something; fails with what was waited for. */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  timeoutMs = 60_000
): Promise<NonNullable<T>> {
  for (const deadline = Date.now() + timeoutMs; ; await wait(50)) {
    const found = await look()
    if (found) return found
    if (Date.now() > deadline) throw new Error(`${what}: not within ${timeoutMs} ms`)
  }
}
