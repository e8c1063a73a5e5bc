import { Banner } from '~/components/banner'
import { LinkButton } from '~/components/link_button'
import { PortalButton } from './portal_button'
import { formatDay } from './price'
import type { BillingOverview } from './server_types'

interface StandingBannersProps {
  billing: BillingOverview
  checkout: 'done' | 'left' | null
  canManage: boolean
}

const payNow = (
  <LinkButton size="sm" variant="primary" href="/billing/invoices">
    Pay the open invoice
  </LinkButton>
)

/** What is true of the plan until something is done about it, the gravest first. */
export function StandingBanners({ billing, checkout, canManage }: StandingBannersProps) {
  const { standing, cancelAt, trialEnd, card } = billing
  const waiting = checkout === 'done' && standing.kind === 'free'
  return (
    <div className="mb-6 grid gap-3 empty:hidden">
      {standing.kind === 'read_only' && (
        <Banner tone="warn" title="An invoice is open" action={payNow}>
          Once it is paid, everything works again at once. What runs goes on to its end, and nothing is
          deleted.
        </Banner>
      )}
      {standing.kind === 'grace' && standing.until && (
        <Banner tone="warn" title="The last payment failed" action={payNow}>
          Everything works as before until {formatDay(standing.until)}; then the team can only read. Pay the
          open invoice, or change the card: Stripe tries it again.
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
          action={canManage && <PortalButton size="sm">Change the card</PortalButton>}
        >
          Enter a new one at Stripe, so that nothing stops.
        </Banner>
      )}
    </div>
  )
}
