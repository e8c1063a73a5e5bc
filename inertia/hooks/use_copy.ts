import { useEffect, useState } from 'react'
import { copyText } from '~/lib/copy_text'

const SHOWN_FOR_MS = 1800

export type CopyState = 'idle' | 'copied' | 'failed'

/** Copies and remembers for a moment how that went. */
export function useCopy(): [CopyState, (text: string) => void] {
  const [state, setState] = useState<CopyState>('idle')

  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [state])

  async function copy(text: string) {
    setState((await copyText(text)) ? 'copied' : 'failed')
  }

  return [state, (text) => void copy(text)]
}
