import type { HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import NotFoundException from '#shared/exceptions/not_found_exception'
import { mailFolder, storedMails } from '#shared/mail/mail_folder'
import { isLoopback } from '#shared/network/loopback'
import env from '#start/env'

const SHOWN = 50

/**
 * Mails hold links that sign people in, so this inbox is for the person at this machine alone: nobody else
 * may be able to reach it, be it over the network, through a proxy, or by a name that another site has made
 * point here.
 */
function requireOwnMachine({ request }: HttpContext) {
  const here = [env.get('HOST'), new URL(env.get('APP_URL')).hostname, request.hostname() ?? '', request.ip()]
  const meantFor = env.get('EMBEDDED') || !app.inProduction
  if (!meantFor || env.get('SMTP_URL') || !here.every(isLoopback)) throw new NotFoundException('page')
}

/** The mails that this installation would have sent. */
export default class DevMailsController {
  async index(ctx: HttpContext) {
    requireOwnMachine(ctx)
    ctx.response.header('cache-control', 'no-store')
    return ctx.inertia.render('dev/mails', { mails: await storedMails(SHOWN), folder: mailFolder })
  }
}
