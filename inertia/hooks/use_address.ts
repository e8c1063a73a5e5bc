import { router } from '@inertiajs/react'
import { useCallback, useEffect, useState } from 'react'
import { keepTeam } from '~/lib/team_address'

const WRITE_AFTER_MS = 150

/**
 * A place on a page, kept in the address bar. Writing it neither asks the server nor adds to the history.
 *
 * @param parse reads a query string
 * @param format the query string of a place, empty or beginning with `?`
 */
export function useAddress<Address extends object>(
  parse: (search: string) => Address,
  format: (address: Address) => string
): [Address, (change: Partial<Address>) => void] {
  const [address, setAddress] = useState(() => parse(window.location.search))
  const place = format(address)

  useEffect(() => {
    const { pathname, search, hash } = window.location
    const query = keepTeam(place, search)
    if (search === query) return
    const timer = setTimeout(() => {
      router.replace({ url: `${pathname}${query}${hash}`, preserveScroll: true, preserveState: true })
    }, WRITE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [place])

  const go = useCallback((change: Partial<Address>) => setAddress((now) => ({ ...now, ...change })), [])
  return [address, go]
}
