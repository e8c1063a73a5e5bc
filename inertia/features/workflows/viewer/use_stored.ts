import { useState } from 'react'

/** A number that this browser remembers; where it may not store anything, it lasts as long as the page. */
export function useStoredNumber(key: string, initial: number): [number, (value: number) => void] {
  const [value, setValue] = useState(() => read(key) ?? initial)
  return [
    value,
    (next) => {
      setValue(next)
      try {
        localStorage.setItem(key, String(next))
      } catch {
        // Storage is off or full: the choice is a comfort, not a need.
      }
    },
  ]
}

function read(key: string): number | null {
  try {
    const text = localStorage.getItem(key)
    const value = Number(text)
    return text !== null && Number.isFinite(value) ? value : null
  } catch {
    return null
  }
}
