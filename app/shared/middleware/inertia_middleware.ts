import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import BaseInertiaMiddleware from '@adonisjs/inertia/inertia_middleware'
import { isApiRequest } from '#shared/api/api_request'
import { type Installation, installation } from '#shared/installation'
import { type Theme, themeOf } from '#shared/middleware/theme_middleware'
import { entitlements } from '#shared/plan/entitlements'

type SharedUser = {
  id: string
  fullName: string
  email: string
  initials: string
  avatarUrl: string | null
  emailVerified: boolean
  /** Of the whole installation. */
  isOperator: boolean
}

type SharedPlan = {
  name: string
  /** The one that a team has which has bought nothing. */
  standard: boolean
  /** Why nothing new may be started. */
  readOnly: string | null
}

/** Null where no plans are sold. */
async function planOf(teamId: string | undefined): Promise<SharedPlan | null> {
  const asked = await entitlements()
  if (!teamId || !asked.plansDiffer) return null
  const { plan, planName, readOnly } = await asked.of(teamId)
  return { name: planName, standard: plan === asked.standard.plan, readOnly }
}

export default class InertiaMiddleware extends BaseInertiaMiddleware {
  /** Pages may be rendered before session and auth ran (an unknown URL), so both can be absent. */
  async share(ctx: HttpContext) {
    const { session, auth, team, teams, actor, actsAs } = ctx as Partial<HttpContext>
    const errorsBag: Record<string, string> = session?.flashMessages.get('errorsBag') ?? {}
    const error = Object.entries(errorsBag).find(([code]) => code !== 'E_VALIDATION_ERROR')?.[1]
    const person = auth?.user
    const user: SharedUser | null = person
      ? {
          id: person.id,
          fullName: person.fullName,
          email: person.email,
          initials: person.initials,
          avatarUrl: person.avatarUrl,
          emailVerified: person.emailVerifiedAt !== null,
          isOperator: person.isOperator === true,
        }
      : null
    const system: Installation = installation()
    const theme: Theme = themeOf(ctx)
    const plan = await planOf(team?.id)

    return {
      errors: ctx.inertia.always(this.getValidationErrors(ctx)),
      flash: ctx.inertia.always({
        error: error ?? (session?.flashMessages.get('error') as string | undefined),
        success: session?.flashMessages.get('success') as string | undefined,
        /** What the plan does not allow, with what lifts it. */
        limit: session?.flashMessages.get('limit') as string | undefined,
      }),
      user: ctx.inertia.always(user),
      team: ctx.inertia.always(team ?? null),
      teams: ctx.inertia.always((teams ?? []).map(({ id, name }) => ({ id, name }))),
      plan: ctx.inertia.always(plan),
      /** In whose place an operator acts. */
      actsAs: ctx.inertia.always(actsAs?.name ?? null),
      rights: ctx.inertia.always(actor?.rights ?? []),
      system: ctx.inertia.always(system),
      theme: ctx.inertia.always(theme),
    }
  }

  async handle(ctx: HttpContext, next: NextFn) {
    if (isApiRequest(ctx)) return next()
    await this.init(ctx)
    const output = await next()
    this.dispose(ctx)
    return output
  }
}

declare module '@adonisjs/inertia/types' {
  type MiddlewareSharedProps = InferSharedProps<InertiaMiddleware>
  export interface SharedProps extends MiddlewareSharedProps {}
}
