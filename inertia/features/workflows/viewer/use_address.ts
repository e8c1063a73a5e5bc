import { router } from '@inertiajs/react'
import { useEffect, useState } from 'react'
import { keepTeam } from '~/lib/team_address'
import { formatAddress, parseAddress, type ViewerAddress } from './address.js'

const WRITE_AFTER_MS = 150

/** The viewer's place, kept in the address bar. Writing it neither asks the server nor adds to the history. */
export function useAddress(): [ViewerAddress, (change: Partial<ViewerAddress>) => void] {
  const [address, setAddress] = useState(() => parseAddress(window.location.search))
  const place = formatAddress(address)

  useEffect(() => {
    const { pathname, search, hash } = window.location
    const query = keepTeam(place, search)
    if (search === query) return
    const timer = setTimeout(() => {
      router.replace({ url: `${pathname}${query}${hash}`, preserveScroll: true, preserveState: true })
    }, WRITE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [place])

  return [address, (change) => setAddress((before) => ({ ...before, ...change }))]
}
