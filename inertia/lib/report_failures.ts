import { router } from '@inertiajs/react'
import { CONFIRMATION_REQUIRED, repeatConfirmed, watchChanges } from './repeat_confirmed'
import { toast, toastStore } from './toasts'

/** Once, however many requests fail of it. */
function say(message: string) {
  if (!toastStore.snapshot().some((shown) => shown.message === message)) toast('bad', message)
}

/** A click whose answer never came must not look like one that did nothing. */
export function reportFailures() {
  watchChanges()
  router.on('networkError', () => {
    say('The server could not be reached. Check that it runs and that you are online, then try again.')
    return false
  })
  router.on('httpException', ({ detail: { response } }) => {
    if (response.status === CONFIRMATION_REQUIRED) {
      void repeatConfirmed(response)
      return false
    }
    // Error pages show themselves; in development so does any other answer, which holds the stack.
    if (import.meta.env.DEV || 'x-inertia' in response.headers) return
    say(`The server answered ${response.status}, which is not a page. Load the page again.`)
    return false
  })
}
