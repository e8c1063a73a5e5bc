import type { Mail } from '#shared/mail/mail'
import env from '#start/env'

interface Person {
  email: string
  fullName: string
}

const link = (path: string) => new URL(path, env.get('APP_URL')).href
const to = ({ email, fullName }: Person) => ({ address: email, name: fullName })
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

export const verifyMail = (person: Person, secret: string, hours: number): Mail => ({
  to: to(person),
  subject: 'Verify your email address',
  body: [
    `Hello ${person.fullName},`,
    'somebody, probably you, has signed up to AgentOps with this address. Verify that it is yours:',
    { button: 'Verify address', url: link(`/email/verify/${secret}`) },
    `The link counts for ${hours / 24} days. If it was not you, do nothing: without the link nobody can use your address.`,
  ],
  because: 'You get this because this address was entered at sign-up.',
  until: inHours(hours),
})

export const alreadyMemberMail = (person: Person): Mail => ({
  to: to(person),
  subject: 'You have an account already',
  body: [
    `Hello ${person.fullName},`,
    'somebody, probably you, has tried to sign up to AgentOps with this address. There is an account with it already, so nothing was changed.',
    { button: 'Sign in', url: link('/login') },
    `If you have forgotten the password, set a new one: ${link('/password/forgot')}`,
  ],
  because: 'You get this because this address was entered at sign-up.',
  until: inHours(72),
})

export const resetMail = (person: Person, secret: string, hours: number): Mail => ({
  to: to(person),
  subject: 'Set a new password',
  body: [
    `Hello ${person.fullName},`,
    'somebody, probably you, has asked to set a new password for AgentOps.',
    { button: 'Set a new password', url: link(`/password/reset/${secret}`) },
    `The link counts once, for ${hours} hour. If it was not you, do nothing: your password stays as it is.`,
  ],
  because: 'You get this because this address was entered on the page for forgotten passwords.',
  until: inHours(hours),
})

export const confirmChangeMail = (person: Person, secret: string, hours: number): Mail => ({
  to: to(person),
  subject: 'Confirm your new email address',
  body: [
    `Hello ${person.fullName},`,
    'this address is to become the one of your AgentOps account. Confirm that it is yours:',
    { button: 'Confirm address', url: link(`/email/change/${secret}`) },
    `The link counts for ${hours} hours. If it was not you, do nothing.`,
  ],
  because: 'You get this because this address was entered on a profile page.',
  until: inHours(hours),
})

/** What happened to an account, told to its owner, with what to do if it was somebody else. */
export function noticeMail(person: Person, subject: string, sentence: string, address: string | null): Mail {
  const facts: [string, string][] = [['When', new Date().toUTCString()]]
  if (address) facts.push(['From', address])
  return {
    to: to(person),
    subject,
    body: [
      `Hello ${person.fullName},`,
      sentence,
      { facts },
      `If it was not you, set a new password at once and look through your sessions: ${link('/password/forgot')}`,
    ],
    because: 'You get this because it concerns the safety of your account. It cannot be switched off.',
  }
}
