import type { Data } from '@generated/data'
import { usePage } from '@inertiajs/react'

/** The props every page has: who is signed in, the team, flash messages, the state of the system. */
export function useSharedProps(): Data.SharedProps {
  return usePage().props
}
