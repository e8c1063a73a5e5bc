import type { Role } from '#accounts/enums/role'
import type { Mail } from '#shared/mail/mail'
import env from '#start/env'

export interface InvitationMailInput {
  email: string
  teamName: string
  inviterName: string
  role: Role
  secret: string
  expiresAt: Date
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

export function invitationMail(input: InvitationMailInput): Mail {
  return {
    to: { address: input.email },
    subject: `${input.inviterName} invites you to ${input.teamName} on AgentOps`,
    body: [
      `${input.inviterName} would like you to join the team ${input.teamName} on AgentOps.`,
      {
        facts: [
          ['Team', input.teamName],
          ['Your role', input.role],
          ['Valid until', day.format(input.expiresAt)],
        ],
      },
      { button: 'See the invitation', url: new URL(`/invitations/${input.secret}`, env.get('APP_URL')).href },
      'The link is for you alone: whoever has it can join in your name. If you do not know the sender, ignore this mail.',
    ],
    because: `You get this because ${input.inviterName} entered your address. Nothing else is sent unless you accept.`,
    until: input.expiresAt,
  }
}
