import type { HttpContext } from '@adonisjs/core/http'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import RegisterUser from '#accounts/actions/register_user'
import RequestEmailVerification from '#accounts/actions/request_email_verification'
import { mailExistingAccount } from '#accounts/jobs/mail_existing_account'
import User from '#accounts/models/user'
import { legalDocuments } from '#accounts/services/legal_documents'
import { signUpIsOpen, signUpWaitsForMail } from '#accounts/services/sign_up_rule'
import { completeSignIn } from '#accounts/sessions/sign_in'
import { refuseOldVersion } from '#accounts/validators/consent'
import { refuseGuessable, type SignUp, signUpValidator } from '#accounts/validators/user'
import { fieldError } from '#shared/exceptions/field_error'
import { enqueue } from '#shared/jobs/job'

const taken =
  'No account was made with this address. If it is yours, sign in or set a new password; what to do was mailed to it.'

export default class NewAccountController {
  async create({ inertia }: HttpContext) {
    return inertia.render('auth/signup', {
      open: await signUpIsOpen(),
      version: legalDocuments().version,
    })
  }

  async store(ctx: HttpContext) {
    if (!(await signUpIsOpen())) return ctx.response.redirect().toRoute('new_account.create')
    const input = await ctx.request.validateUsing(signUpValidator)
    refuseOldVersion(input.terms)
    await refuseGuessable(input.password, [input.email, input.fullName])
    return signUpWaitsForMail() ? this.#mailFirst(ctx, input) : this.#atOnce(ctx, input)
  }

  /** The same answer whether the address has an account or not; which one it is stands in the mail. */
  async #mailFirst(ctx: HttpContext, input: SignUp) {
    const { response, session } = ctx
    if (await User.findBy('email', input.email)) await this.#tellOwner(input)
    else {
      const { user } = await this.#register(ctx, input)
      await new RequestEmailVerification().execute(user)
    }
    session.flash('success', `Open the link that was mailed to ${input.email}, then sign in.`)
    return response.redirect().toRoute('session.create')
  }

  async #atOnce(ctx: HttpContext, input: SignUp) {
    if (await User.findBy('email', input.email)) {
      await this.#tellOwner(input)
      throw fieldError('email', taken)
    }
    const { user, teamId } = await this.#register(ctx, input)
    await new RequestEmailVerification().execute(user)
    await completeSignIn(ctx, user, { method: 'sign_up' })
    ctx.session.put('team_id', teamId)
    return ctx.response.redirect().toRoute('dashboard.show')
  }

  #register({ request }: HttpContext, { terms: version, ...person }: SignUp) {
    const consent = { version, via: 'sign_up' as const, address: request.ip() }
    return new RegisterUser().execute({ ...person, consent })
  }

  #tellOwner({ email, password }: SignUp) {
    return Promise.all([
      // As much work as making the account would be.
      hash.make(password),
      db.transaction((trx) =>
        enqueue(trx, mailExistingAccount, { teamId: null, payload: { email }, key: email })
      ),
    ])
  }
}
