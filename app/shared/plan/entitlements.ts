import app from '@adonisjs/core/services/app'
import { Entitlements } from '#shared/contracts/entitlements'

/** Whoever answers what a team's plan allows. */
export const entitlements = () => app.container.make(Entitlements)
