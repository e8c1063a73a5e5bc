import { Banner } from '~/components/banner'
import { LinkButton } from '~/components/link_button'
import { useSharedProps } from '~/hooks/use_shared_props'

/** What the plan has just refused, and that a team can only read for as long as that is so. */
export function PlanBanner() {
  const { flash, plan, rights } = useSharedProps()
  const message = flash.limit ?? plan?.readOnly
  if (!message) return null
  const mayPay = rights.includes('billing.read')
  return (
    <Banner
      wide
      tone={flash.limit ? 'warn' : 'bad'}
      title={flash.limit ? 'The plan does not allow this' : 'This team can only read'}
      className="sm:px-6 lg:px-8"
      action={
        plan && (
          <LinkButton size="sm" variant="primary" href={mayPay ? '/billing' : '/pricing'}>
            {plan.readOnly ? 'Open billing' : 'See the plans'}
          </LinkButton>
        )
      }
    >
      {message}
    </Banner>
  )
}
