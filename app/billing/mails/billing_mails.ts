import { addressInTeam } from '#accounts/services/team_address'
import type { BillingPerson } from '#billing/queries/billing_people'
import { formatDay } from '#billing/services/format_day'
import type { Mail, MailPart } from '#shared/mail/mail'
import env from '#start/env'

const because = 'You get this because you can change the plan of this team.'

/** @param billing the address of the team's own page */
export type Notice = (team: string, billing: string) => { subject: string; body: MailPart[] }

interface NoticedTeam {
  id: string
  name: string
}

export const noticeTo = ({ email, fullName }: BillingPerson, team: NoticedTeam, notice: Notice): Mail => {
  const billing = new URL(addressInTeam('/billing', team.id), env.get('APP_URL')).href
  const { subject, body } = notice(team.name, billing)
  return { to: { address: email, name: fullName }, subject, body: [`Hello ${fullName},`, ...body], because }
}

export const paymentFailed =
  (graceUntil: Date): Notice =>
  (team, billing) => ({
    subject: `The payment for ${team} failed`,
    body: [
      `the last payment for the team ${team} could not be collected. Nothing has changed yet: everything works as before until ${formatDay(graceUntil)}.`,
      'Stripe tries again in the next days. Check the card, or pay the open invoice:',
      { button: 'Open billing', url: billing },
    ],
  })

export const readOnlyBegun =
  (until: Date): Notice =>
  (team, billing) => ({
    subject: `${team} can only read now`,
    body: [
      `the invoice of the team ${team} is still open. Nothing new can be started until it is paid; what runs already goes on to its end, and nothing is deleted.`,
      `If it stays open, the team goes back to the Free plan on ${formatDay(until)}.`,
      { button: 'Pay now', url: billing },
    ],
  })

export const backToFree: Notice = (team, billing) => ({
  subject: `${team} is on the Free plan now`,
  body: [
    `the paid plan of the team ${team} has ended. Projects, workflows and their results are all still there; the limits are those of the Free plan.`,
    { button: 'Choose a plan', url: billing },
  ],
})

export const paidAgain: Notice = (team) => ({
  subject: `${team} is paid again`,
  body: [`the open invoice of the team ${team} is paid. Everything of the plan works again.`],
})

export const trialEnding =
  (end: Date, hasCard: boolean): Notice =>
  (team, billing) => ({
    subject: `The trial of ${team} ends on ${formatDay(end)}`,
    body: [
      hasCard
        ? `the trial of the team ${team} ends on ${formatDay(end)}. The plan then goes on and the card is charged; to stop it, cancel before.`
        : `the trial of the team ${team} ends on ${formatDay(end)}. There is no card yet: without one the team goes back to the Free plan.`,
      { button: 'Open billing', url: billing },
    ],
  })

export const actionRequired =
  (url: string): Notice =>
  (team) => ({
    subject: `Your bank asks to confirm the payment for ${team}`,
    body: [
      `the bank wants the card's owner to confirm the payment for the team ${team}. It is done in a minute:`,
      { button: 'Confirm the payment', url },
    ],
  })

export const cardExpiring =
  (card: { brand: string; lastFour: string }, end: Date): Notice =>
  (team, billing) => ({
    subject: `The card of ${team} expires soon`,
    body: [
      `the card ${card.brand} ending in ${card.lastFour}, which pays for the team ${team}, expires on ${formatDay(end)}. Enter a new one, so that nothing stops:`,
      { button: 'Change the card', url: billing },
    ],
  })
