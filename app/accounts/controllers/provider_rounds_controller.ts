import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { providerClient, providerNames, type SignInProvider } from '#accounts/services/sign_in_providers'
import { isConfirmed } from '#accounts/sessions/confirmation'
import { ProviderDriver } from '#accounts/sessions/provider_driver'
import { ProviderReturn } from '#accounts/sessions/provider_return'
import type { ProviderRound } from '#accounts/sessions/session_keys'
import NotFoundException from '#shared/exceptions/not_found_exception'

const purposeValidator = vine.create({
  for: vine.enum(['sign_in', 'confirm', 'link'] as const).optional(),
})

const homes = { sign_in: '/login', confirm: '/confirm', link: '/settings/security' }

/** There and back: signing in with GitHub or GitLab. */
export default class ProviderRoundsController {
  async create(ctx: HttpContext) {
    const purpose = (await ctx.request.validateUsing(purposeValidator)).for ?? 'sign_in'
    const driver = this.#driver(ctx)
    if (purpose === 'sign_in' ? ctx.auth.user : !ctx.auth.user)
      return ctx.response.redirect().toPath('/login')
    if (purpose === 'link' && !isConfirmed(ctx.session)) {
      ctx.session.setIntendedUrl(ctx.request.url(true))
      return ctx.response.redirect().toRoute('confirmations.create')
    }
    return ctx.response.redirect().toPath(await driver.begin(purpose))
  }

  async show(ctx: HttpContext) {
    const driver = this.#driver(ctx)
    const provider: SignInProvider = ctx.params.provider
    const round = driver.takeRound()
    if (!round)
      return this.#back(ctx, '/login', 'This sign-in was begun elsewhere or too long ago. Try again.')
    const home = homes[round.for]
    const name = providerNames[provider]
    if (driver.accessDenied())
      return this.#back(ctx, home, `You have not let AgentOps see who you are at ${name}.`)
    const person = await driver.person().catch((error) => {
      ctx.logger.warn({ err: error }, 'signing in elsewhere failed')
      return null
    })
    if (!person) return this.#back(ctx, home, `${name} did not say who you are. Try again in a moment.`)
    const path = await this.#go(ctx, round, new ProviderReturn(ctx, provider, person))
    return ctx.response.redirect().toPath(path)
  }

  #go({ auth }: HttpContext, round: ProviderRound, back: ProviderReturn): Promise<string> | string {
    const { user } = auth
    if (round.for === 'sign_in') return user ? '/dashboard' : back.signIn()
    if (!user) return '/login'
    return round.for === 'link' ? back.link(user) : back.confirm(user)
  }

  #driver(ctx: HttpContext) {
    const client = providerClient(ctx.params.provider)
    if (!client) throw new NotFoundException('page')
    return new ProviderDriver(ctx, client)
  }

  #back({ response, session }: HttpContext, path: string, message: string) {
    session.flash('error', message)
    return response.redirect().toPath(path)
  }
}
