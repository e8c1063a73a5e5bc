import { Sparkles } from 'lucide-react'
import { LinkButton } from '~/components/link_button'
import { useSharedProps } from '~/hooks/use_shared_props'

/** In sight from the first day, until something is bought. */
export function UpgradeLink() {
  const { plan, rights } = useSharedProps()
  if (!plan?.standard) return null
  return (
    <div className="rounded-lg border p-2.5">
      <p className="mb-2 text-sm text-muted">Plan: {plan.name}</p>
      <LinkButton
        href={rights.includes('billing.read') ? '/billing' : '/pricing'}
        size="sm"
        icon={<Sparkles aria-hidden="true" />}
        className="w-full"
      >
        Upgrade
      </LinkButton>
    </div>
  )
}
