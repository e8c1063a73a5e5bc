import { router } from '@inertiajs/react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useSharedProps } from '~/hooks/use_shared_props'
import { openChannel } from '../live/channel'

const GATHER_MS = 400

/**
 * Asks the server for the named page props again when a workflow of the team has come or turned, at most every
 * so often. Returns whether the live line stands.
 */
export function useTeamChannel(only: string[]): boolean {
  const teamId = useSharedProps().team?.id
  const [down, setDown] = useState(false)
  const reload = useEffectEvent(() => router.reload({ only }))

  useEffect(() => {
    if (!teamId) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // A page opened in the background may come to its line long after it was made.
    let mayHaveMissed = document.visibilityState === 'hidden'
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        reload()
      }, GATHER_MS)
    }
    const close = openChannel(`teams/${teamId}`, {
      onMessage: soon,
      onUp: () => {
        // The first list is as new as the page; only after an interruption may something be missing.
        if (mayHaveMissed) soon()
        mayHaveMissed = true
        setDown(false)
      },
      onDown: () => setDown(true),
    })
    return () => {
      clearTimeout(timer)
      close()
    }
  }, [teamId])

  return !down
}
