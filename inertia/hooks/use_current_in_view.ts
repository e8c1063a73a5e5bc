import { useEffect, useRef } from 'react'

/** For a list of pages that scrolls sideways on a phone: brings the one that is open into view. */
export function useCurrentInView(path: string) {
  const list = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page has its own place in the list
  useEffect(() => {
    const here = list.current?.querySelector('[aria-current=page]')
    here?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [path])
  return list
}
