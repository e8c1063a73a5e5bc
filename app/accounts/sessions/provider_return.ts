import type { HttpContext } from '@adonisjs/core/http'
import LinkIdentity from '#accounts/actions/link_identity'
import RegisterUser from '#accounts/actions/register_user'
import User from '#accounts/models/user'
import { findLinkedPerson } from '#accounts/queries/find_linked_person'
import type { ProviderPerson } from '#accounts/services/provider_person'
import { providerNames, type SignInProvider } from '#accounts/services/sign_in_providers'
import { signUpIsOpen } from '#accounts/services/sign_up_rule'
import { markConfirmed } from '#accounts/sessions/confirmation'
import type { PendingLink } from '#accounts/sessions/session_keys'
import { auditOf, beginSignIn } from '#accounts/sessions/sign_in'

/** Somebody has come back from signing in elsewhere. Each answers with the path to go to. */
export class ProviderReturn {
  constructor(
    readonly ctx: HttpContext,
    readonly provider: SignInProvider,
    readonly person: ProviderPerson
  ) {}

  get #name() {
    return providerNames[this.provider]
  }

  async signIn(): Promise<string> {
    const known = await findLinkedPerson(this.provider, this.person.id)
    if (known) return this.#enter(known)
    const email = this.person.verifiedEmail?.toLowerCase()
    if (!email) {
      const message = `${this.#name} knows no verified address of yours. Verify one there, or sign up with a password.`
      return this.#refuse(message)
    }
    return (await User.findBy('email', email)) ? this.#askToSignIn(email) : this.#signUp(email)
  }

  async link(user: User): Promise<string> {
    const { id, login } = this.person
    const by = auditOf(user, this.ctx)
    const linked = await new LinkIdentity().execute({ user, provider: this.provider, id, login, by })
    if (linked) this.ctx.session.flash('success', `You can now sign in with ${this.#name}.`)
    else this.ctx.session.flash('error', `This ${this.#name} account is connected to an account already.`)
    return '/settings/security'
  }

  async confirm(user: User): Promise<string> {
    const known = await findLinkedPerson(this.provider, this.person.id)
    if (known?.id !== user.id) {
      this.ctx.session.flash('error', `This is not the ${this.#name} account that is connected to yours.`)
      return '/confirm'
    }
    markConfirmed(this.ctx.session)
    return this.ctx.session.pullIntendedUrl() ?? '/settings/security'
  }

  async #enter(user: User): Promise<string> {
    const done = await beginSignIn(this.ctx, user, { method: this.provider })
    return done ? (this.ctx.session.pullIntendedUrl() ?? '/dashboard') : '/login/second-factor'
  }

  async #signUp(email: string): Promise<string> {
    if (!(await signUpIsOpen())) return this.#refuse('New people come in here by invitation only.')
    const { user, teamId } = await new RegisterUser().execute({
      fullName: this.person.name.slice(0, 120),
      email,
      password: null,
      verified: true,
    })
    await this.link(user)
    await this.#enter(user)
    this.ctx.session.put('team_id', teamId)
    return '/dashboard'
  }

  /** The address alone opens no account: whoever has that account must say yes in it. */
  #askToSignIn(email: string): string {
    const { id, login } = this.person
    const pending: PendingLink = { provider: this.provider, id, login, email, at: Date.now() }
    this.ctx.session.put('pending_link', pending)
    const message = `There is an account with ${email}. Sign in to it first; you are then asked whether to connect ${this.#name}.`
    return this.#refuse(message)
  }

  #refuse(message: string): string {
    this.ctx.session.flash('error', message)
    return '/login'
  }
}
