import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'
import {
  confirmationLimits,
  mailedLinkLimit,
  ownMailLimit,
  passkeyLimit,
  providerLimit,
  resetLimits,
  secondFactorLimits,
} from '#start/limiter'

const {
  ActiveSessions,
  Avatars,
  Confirmations,
  EmailChanges,
  EmailVerifications,
  LinkedIdentities,
  PasskeyChallenges,
  PasskeySignIns,
  Passkeys,
  PasswordResets,
  Passwords,
  Profile,
  ProviderRounds,
  RecoveryCodes,
  SecondFactors,
  Security,
  Totp,
} = controllers.accounts

const secret = /^[\w-]{43}$/
const uuid = router.matchers.uuid()
const provider = /^(github|gitlab)$/

/** For those who are on their way in. */
router
  .group(() => {
    router.get('login/second-factor', [SecondFactors, 'create']).as('second_factors.create')
    router
      .post('login/second-factor', [SecondFactors, 'store'])
      .as('second_factors.store')
      .use(secondFactorLimits)
    router.post('login/passkey', [PasskeySignIns, 'store']).as('passkey_sign_ins.store').use(passkeyLimit)
    router.get('password/forgot', [PasswordResets, 'create']).as('password_resets.create')
    router.post('password/forgot', [PasswordResets, 'store']).as('password_resets.store').use(resetLimits)
  })
  .use([...pages, middleware.guest()])

/** Links that were mailed: they count in any browser, signed in or not. */
router
  .group(() => {
    router.get('password/reset/:secret', [PasswordResets, 'edit']).as('password_resets.edit')
    router.put('password/reset/:secret', [PasswordResets, 'update']).as('password_resets.update')
    router.get('email/verify/:secret', [EmailVerifications, 'edit']).as('email_verifications.edit')
    router.put('email/verify/:secret', [EmailVerifications, 'update']).as('email_verifications.update')
    router.get('email/change/:secret', [EmailChanges, 'edit']).as('email_changes.edit')
    router.put('email/change/:secret', [EmailChanges, 'update']).as('email_changes.update')
  })
  .where('secret', secret)
  .use([...pages, mailedLinkLimit])

router
  .post('passkeys/challenges', [PasskeyChallenges, 'store'])
  .as('passkey_challenges.store')
  .use([...pages, passkeyLimit])

/** Signing in with GitHub or GitLab: there and back. */
router
  .group(() => {
    router.get('auth/:provider', [ProviderRounds, 'create']).as('provider_rounds.create')
    router.get('auth/:provider/callback', [ProviderRounds, 'show']).as('provider_rounds.show')
  })
  .where('provider', provider)
  .use([...pages, providerLimit])

/** What belongs to a person and not to a team. */
router
  .group(() => {
    router.get('confirm', [Confirmations, 'create']).as('confirmations.create')
    router.post('confirm', [Confirmations, 'store']).as('confirmations.store').use(confirmationLimits)
    router
      .post('email/verification', [EmailVerifications, 'store'])
      .as('email_verifications.store')
      .use(ownMailLimit)

    router.get('auth/connect', [LinkedIdentities, 'create']).as('linked_identities.create')
    router.post('auth/connect', [LinkedIdentities, 'store']).as('linked_identities.store')

    router.get('settings/profile', [Profile, 'edit']).as('profile.edit')
    router.put('settings/profile', [Profile, 'update']).as('profile.update')
    router.put('settings/profile/picture', [Avatars, 'update']).as('avatars.update')
    router.delete('settings/profile/picture', [Avatars, 'destroy']).as('avatars.destroy')
    router.get('settings/security', [Security, 'show']).as('security.show')
    router.get('settings/sessions', [ActiveSessions, 'index']).as('active_sessions.index')
  })
  .use([...pages, middleware.auth({ teamless: true })])

router
  .group(() => {
    router.post('settings/email', [EmailChanges, 'store']).as('email_changes.store').use(ownMailLimit)
    router.delete('settings/sessions', [ActiveSessions, 'destroyOthers']).as('active_sessions.destroy_others')
    router
      .delete('settings/sessions/:id', [ActiveSessions, 'destroy'])
      .as('active_sessions.destroy')
      .where('id', uuid)
    router.put('settings/password', [Passwords, 'update']).as('passwords.update')
    router.post('settings/totp', [Totp, 'store']).as('totp.store')
    router.put('settings/totp', [Totp, 'update']).as('totp.update').use(secondFactorLimits)
    router.delete('settings/totp', [Totp, 'destroy']).as('totp.destroy')
    router
      .delete('settings/linked/:provider', [LinkedIdentities, 'destroy'])
      .as('linked_identities.destroy')
      .where('provider', provider)
    router.post('settings/recovery-codes', [RecoveryCodes, 'store']).as('recovery_codes.store')
    router.post('settings/passkeys', [Passkeys, 'store']).as('passkeys.store')
    router.put('settings/passkeys/:id', [Passkeys, 'update']).as('passkeys.update').where('id', uuid)
    router.delete('settings/passkeys/:id', [Passkeys, 'destroy']).as('passkeys.destroy').where('id', uuid)
  })
  .use([...pages, middleware.auth({ teamless: true }), middleware.confirmed()])

router
  .get('avatars/:userId/:id', [Avatars, 'show'])
  .as('avatars.show')
  .where('userId', uuid)
  .where('id', uuid)
  .use([...pages, middleware.auth()])
