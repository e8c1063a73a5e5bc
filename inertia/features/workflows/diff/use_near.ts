import { type RefObject, useEffect, useState } from 'react'

const MARGIN = '800px 0px'

/** True from the first time that the element comes near the visible part of the page. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (near || !element.current) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      {
        rootMargin: MARGIN,
      }
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [near, element])
  return near
}
