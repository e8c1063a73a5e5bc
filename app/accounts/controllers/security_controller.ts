import type { HttpContext } from '@adonisjs/core/http'
import { linkedIdentitiesOf } from '#accounts/queries/linked_identities_of'
import { passkeysOf } from '#accounts/queries/passkeys_of'
import { secondFactorsOf } from '#accounts/services/second_factor'
import { signInProviders } from '#accounts/services/sign_in_providers'
import LinkedIdentityTransformer from '#accounts/transformers/linked_identity_transformer'
import PasskeyTransformer from '#accounts/transformers/passkey_transformer'

/** All the ways in which a person can sign in. */
export default class SecurityController {
  async show({ inertia, auth }: HttpContext) {
    const user = auth.getUserOrFail()
    const [factors, passkeys, linked] = await Promise.all([
      secondFactorsOf(user.id),
      passkeysOf(user.id),
      linkedIdentitiesOf(user.id),
    ])
    return inertia.render('settings/security', {
      hasPassword: user.password !== null,
      passwordChangedAt: user.passwordChangedAt?.toISO() ?? null,
      totp: factors.totp,
      recoveryCodes: factors.recoveryCodes,
      passkeys: PasskeyTransformer.transform(passkeys),
      linked: LinkedIdentityTransformer.transform(linked),
      providers: signInProviders(),
    })
  }
}
