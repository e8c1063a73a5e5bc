import { router } from '@inertiajs/react'
import { Banner } from '~/components/banner'
import { Button } from '~/components/button'
import { useSharedProps } from '~/hooks/use_shared_props'

/** Stands over every page while an operator acts in somebody's place. */
export function ActingBanner() {
  const { actsAs } = useSharedProps()
  if (!actsAs) return null
  return (
    <Banner
      wide
      tone="warn"
      title={`You act as ${actsAs}`}
      className="sm:px-6 lg:px-8"
      action={
        <Button size="sm" onClick={() => router.delete('/impersonation')}>
          Stop
        </Button>
      }
    >
      What you do is written down with both names. Tokens, keys and their account stay out of reach.
    </Banner>
  )
}
