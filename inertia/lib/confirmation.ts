/** How somebody who is signed in can show again that it is them. */
export type WaysToConfirm = {
  password: boolean
  totp: boolean
  passkey: boolean
  providers: string[]
}

interface Question {
  ways: WaysToConfirm
  answer: (confirmed: boolean) => void
}

let question: Question | null = null
const listeners = new Set<() => void>()

function put(next: Question | null) {
  question = next
  for (const listener of listeners) listener()
}

/** Asks over the page that is there, so that nothing on it is lost. Resolves to whether they have confirmed. */
export function askToConfirm(ways: WaysToConfirm): Promise<boolean> {
  question?.answer(false)
  return new Promise((resolve) => {
    put({
      ways,
      answer: (confirmed) => {
        put(null)
        resolve(confirmed)
      },
    })
  })
}

/** For `useSyncExternalStore`. */
export const confirmationStore = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  snapshot: () => question,
}
