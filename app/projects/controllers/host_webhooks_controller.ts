import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import ReceiveDelivery from '#projects/actions/receive_delivery'
import type { HostKind } from '#projects/git/host_contract'
import type { ParsedDelivery } from '#projects/git/host_events'
import { unsealed } from '#projects/services/connection_store'
import { ownHost, sharedWebhookSecret } from '#projects/services/git_hosts'
import { deliveriesOf } from '#projects/services/host_deliveries'
import { announcedBytes, webhookBody } from '#projects/services/webhook_body'
import { countUnproven, floodedFor, refusedFor, whileHeld } from '#projects/services/webhook_limits'
import { sql } from '#shared/database/sql'

interface Target {
  team_id: string
  project_id: string
}

type Webhook = Target & { host: HostKind; secret_encrypted: string; host_repository_id: string | null }

interface Delivery {
  id: string
  event: string
  parsed: ParsedDelivery
}

/**
 * Where hosts deliver. Nothing of a body is read before its signature is known to be right; what concerns
 * nobody here is taken without effect, so that a host does not switch the webhook off.
 */
export default class HostWebhooksController {
  /** For webhooks of an operator's making (an app's, a group's, a system's): any repository of the own host. */
  async store(ctx: HttpContext) {
    const kind: HostKind = ctx.params.host
    const delivery = await this.#verified(ctx, kind, sharedWebhookSecret(kind))
    if (!delivery) return
    const { parsed } = delivery
    if (parsed.kind !== 'told' || !parsed.repository) return this.#taken(ctx, 0)
    const { rows } = await sql<Target>(db, 'select * from find_projects_of_repository(?, ?, ?, ?)', [
      kind,
      ownHost(kind).webUrl,
      parsed.repository.id,
      parsed.installation ?? null,
    ])
    return this.#taken(ctx, await this.#receive(rows, delivery))
  }

  /** For the webhook of one project, which has a secret of its own. */
  async update(ctx: HttpContext) {
    const { rows } = await sql<Webhook>(db, 'select * from find_webhook(?)', [ctx.params.id])
    const webhook = rows[0]
    if (!webhook || webhook.host !== ctx.params.host) {
      return ctx.response.notFound({ message: 'There is no such webhook.' })
    }
    const delivery = await this.#verified(ctx, webhook.host, unsealed(webhook.secret_encrypted))
    if (!delivery) return
    const flooded = await floodedFor(ctx.params.id)
    if (flooded !== null) return void this.#tooMany(ctx, flooded)
    const { parsed } = delivery
    const foreign = parsed.kind === 'told' && parsed.repository?.id !== webhook.host_repository_id
    return this.#taken(ctx, foreign ? 0 : await this.#receive([webhook], delivery))
  }

  async #receive(targets: Target[], { id, event, parsed }: Delivery): Promise<number> {
    let received = 0
    for (const { team_id: teamId, project_id: projectId } of targets) {
      const input = { teamId, projectId, deliveryId: id, event, parsed }
      if (await new ReceiveDelivery().execute(input)) received += 1
    }
    return received
  }

  #taken({ response }: HttpContext, received: number) {
    return response.accepted({ received })
  }

  /** Answers itself and returns null where a delivery is not believed. */
  async #verified(ctx: HttpContext, kind: HostKind, secret: string | null): Promise<Delivery | null> {
    const { request, response } = ctx
    const host = deliveriesOf[kind]
    const header = (name: string) => request.header(name)
    if (!secret) {
      const name = `${kind.toUpperCase()}_WEBHOOK_SECRET`
      response.forbidden({ message: `Deliveries are refused until ${name} is set to what signs them.` })
      return null
    }
    const sender = { address: request.ip(), endpoint: ctx.params.id ?? kind }
    const refused = await refusedFor(sender)
    if (refused !== null) return this.#tooMany(ctx, refused)
    const incoming = request.request
    const body = await whileHeld(announcedBytes(incoming), () => webhookBody(incoming))
    if (typeof body === 'number') return this.#tooMany(ctx, body)
    if (!body) {
      await countUnproven(sender)
      response.status(413).send({ message: 'The body is larger than hosts send.' })
      return null
    }
    if (!host.verify(header, body, secret)) {
      await countUnproven(sender)
      response.unauthorized({ message: 'The signature or token does not fit.' })
      return null
    }
    const known = host.identify(header, body)
    if (!known) {
      response.badRequest({ message: 'The headers that name the event and the delivery are missing.' })
      return null
    }
    return { ...known, parsed: host.parse(known.event, payloadOf(body)) }
  }

  /** A host that is told so keeps the delivery as failed, to be sent again; nothing of it was kept here. */
  #tooMany({ response }: HttpContext, seconds: number) {
    response.header('retry-after', seconds)
    response.status(429).send({ message: `Too many deliveries. Send it again in ${seconds} s.` })
    return null
  }
}

function payloadOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
