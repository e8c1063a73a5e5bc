import { Banner } from '~/components/banner'
import { formatDay } from './price'
import type { BillingOverview } from './server_types'

interface StandingBannersProps {
  billing: BillingOverview
  checkout: 'done' | 'left' | null
}

/** What is true of the plan until something is done about it, the gravest first. */
export function StandingBanners({ billing, checkout }: StandingBannersProps) {
  const { standing, cancelAt, trialEnd, card } = billing
  const waiting = checkout === 'done' && standing.kind === 'free'
  return (
    <div className="mb-6 grid gap-3 empty:hidden">
      {standing.kind === 'read_only' && (
        <Banner tone="bad" title="This team can only read">
          {billing.readOnly}
        </Banner>
      )}
      {standing.kind === 'grace' && standing.until && (
        <Banner tone="warn" title="The last payment failed">
          Everything works as before until {formatDay(standing.until)}. Pay the open invoice below, or change
          the card.
        </Banner>
      )}
      {waiting && (
        <Banner tone="info" title="Stripe is confirming your payment">
          The plan begins as soon as it has; that takes a moment. Reload the page to see it.
        </Banner>
      )}
      {checkout === 'left' && standing.kind === 'free' && (
        <Banner tone="info" title="Nothing was bought">
          You have left the checkout. Nothing was charged.
        </Banner>
      )}
      {cancelAt && (
        <Banner tone="warn" title={`The plan ends on ${formatDay(cancelAt)}`}>
          Until then everything works. Afterwards the team has the Free plan; nothing is deleted.
        </Banner>
      )}
      {trialEnd && !cancelAt && (
        <Banner tone="info" title={`The trial ends on ${formatDay(trialEnd)}`}>
          Then the card is charged for the first time.
        </Banner>
      )}
      {card?.soon && (
        <Banner
          tone="warn"
          title={`The card ending in ${card.lastFour} expires on ${formatDay(card.expires)}`}
        >
          Enter a new one at Stripe, so that nothing stops.
        </Banner>
      )}
    </div>
  )
}
