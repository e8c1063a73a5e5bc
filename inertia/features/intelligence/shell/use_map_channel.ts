import { router } from '@inertiajs/react'
import { useEffect, useEffectEvent, useState } from 'react'
import { openChannel } from '../../workflows/live/channel'

interface MapMessage {
  status: string
  phase: string | null
}

/** What is being done about the map right now; asks for the page's props again when that turns. */
export function useMapChannel(projectId: string): string | null {
  const [phase, setPhase] = useState<string | null>(null)
  const reload = useEffectEvent(() => router.reload({ only: ['overview', 'edits'] }))

  useEffect(() => {
    let first = true
    return openChannel<MapMessage>(`maps/${projectId}`, {
      onMessage: (message) => {
        setPhase(message.phase)
        if (message.status !== 'running') reload()
      },
      onUp: () => {
        // It may have been made between the page and its line.
        if (!first || document.visibilityState === 'visible') reload()
        first = false
      },
      onDown: () => undefined,
    })
  }, [projectId])

  return phase
}
