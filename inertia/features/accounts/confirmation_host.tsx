import { lazy, Suspense, useSyncExternalStore } from 'react'
import { confirmationStore } from '~/lib/confirmation'

/** Fetched when it is asked for first: most visits never are. */
const ConfirmDialog = lazy(() => import('./confirm_identity_dialog'))

/** Where "confirm that it is you" appears, over whatever page needs it. */
export function ConfirmationHost() {
  const { subscribe, snapshot } = confirmationStore
  const question = useSyncExternalStore(subscribe, snapshot, () => null)
  if (!question) return null
  return (
    <Suspense fallback={null}>
      <ConfirmDialog ways={question.ways} onAnswer={question.answer} />
    </Suspense>
  )
}
