import { router } from '@inertiajs/react'
import { useCallback, useEffect, useState } from 'react'
import { keepTeam } from '~/lib/team_address'
import { formatAddress, type MapAddress, parseAddress } from './address.js'

const WRITE_AFTER_MS = 150

export type Go = (change: Partial<MapAddress>) => void

/** The place on the map, kept in the address bar. Writing it neither asks the server nor adds to the history. */
export function useAddress(): [MapAddress, Go] {
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

  const go = useCallback((change: Partial<MapAddress>) => setAddress((now) => ({ ...now, ...change })), [])
  return [address, go]
}
