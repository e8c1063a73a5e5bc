import { useEffect } from 'react'
import { useSharedProps } from '~/hooks/use_shared_props'
import { toast } from '~/lib/toasts'

/** Shows what the server had to say about the last action. The object is new with each answer of the server. */
export function useFlashToasts() {
  const { flash } = useSharedProps()
  useEffect(() => {
    if (flash.error) toast('bad', flash.error)
    if (flash.success) toast('ok', flash.success)
  }, [flash])
}
