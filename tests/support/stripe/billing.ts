import { mock } from 'node:test'
import { Secret } from '@adonisjs/core/helpers'
import db from '@adonisjs/lucid/services/db'
import type Stripe from 'stripe'
import SyncCatalogue from '#billing/actions/sync_catalogue'
import TendAccount from '#billing/actions/tend_account'
import { billingAccount } from '#billing/services/account'
import { sql } from '#shared/database/sql'
import { JobRunner } from '#shared/jobs/runner'
import env from '#start/env'
import { jobs } from '#start/jobs'
import { setting } from '#tests/support/setting'
import { DAY } from './invoices.js'
import { Person } from './person.js'
import { StripeServer } from './server.js'
import { nextMoment } from './time.js'

export const webhookUrl = () => `http://${env.get('HOST')}:${env.get('PORT')}/stripe/webhook`

/** Runs the background jobs of billing that are due, and those that follow from them. */
export async function runBillingJobs(prefix = 'billing.') {
  const runner = new JobRunner(jobs as never)
  for (let rounds = 0; rounds < 50; rounds++) {
    const { rows } = await sql<{ id: string; name: string; run_at: Date; status: string }>(
      db,
      'select id, name, status from list_jobs(null, 1000) where run_at <= clock_timestamp() order by created_at'
    )
    const mine = rows.filter(({ name, status }) => name.startsWith(prefix) && status === 'queued')
    if (mine.length === 0) return
    for (const { id } of mine) await runner.run(id)
  }
  throw new Error('jobs of billing cause each other without end')
}

/** An installation that sells, with Stripe on loopback. */
export class Billing {
  readonly person: Person
  #delivered = 0

  constructor(readonly stripe: StripeServer) {
    this.person = new Person(stripe)
  }

  get world() {
    return this.stripe.world
  }

  /** Sends one event as Stripe does; by default signed as the endpoint's secret has it. */
  async send(event: Stripe.Event, { secret = secretOf(), at = this.world.now() } = {}): Promise<Response> {
    const { payload, header } = this.stripe.signed(event, secret, at)
    return fetch(webhookUrl(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'stripe-signature': header },
      body: payload,
    })
  }

  /** Events that have happened and were not taken yet. */
  take(): Stripe.Event[] {
    const events = this.world.events.slice(this.#delivered)
    this.#delivered = this.world.events.length
    const [endpoint] = this.world.endpoints.values()
    return events.filter((event) => endpoint?.enabled_events.includes(event.type))
  }

  /** Delivers what has happened, in order, and lets the app do its work, until nothing follows from it any more. */
  async deliver() {
    let events = this.take()
    do {
      for (const event of events) {
        const { status } = await this.send(event)
        if (status !== 200) throw new Error(`${event.type} was answered with ${status}`)
      }
      await runBillingJobs()
      events = this.take()
    } while (events.length > 0)
  }

  /** Lets days go by at Stripe and here, with everything that happens in them. */
  async pass(days: number) {
    const until = this.world.now() + days * DAY
    for (let moment = nextMoment(this.world, until, this.stripe.origin); moment; ) {
      mock.timers.setTime(Math.max(moment.at, this.world.now()) * 1000)
      moment.run()
      await this.deliver()
      moment = nextMoment(this.world, until, this.stripe.origin)
    }
    mock.timers.setTime(until * 1000)
  }

  /** The same with what the hourly job does for a team. */
  async passTending(teamId: string, days: number) {
    for (let day = 0; day < days; day++) {
      await this.pass(1)
      await new TendAccount().execute(teamId)
      await this.deliver()
    }
  }

  async account(teamId: string) {
    return billingAccount(teamId)
  }
}

const secretOf = () => env.get('STRIPE_WEBHOOK_SECRET')!.release()

/** Switches billing on with the variables an operator would use; `group.setup` calls what is returned at the end. */
export async function billingOn(settings: { trialDays?: number } = {}) {
  const stripe = await new StripeServer().open()
  const before = { trialDays: env.get('BILLING_TRIAL_DAYS') }
  setting('STRIPE_SECRET_KEY', new Secret(stripe.secretKey))
  setting('STRIPE_API_URL', stripe.origin)
  setting('BILLING_TRIAL_DAYS', settings.trialDays ?? 0)
  const { webhookSecret } = await new SyncCatalogue().execute()
  setting('STRIPE_WEBHOOK_SECRET', new Secret(webhookSecret!))
  const off = async () => {
    setting('STRIPE_SECRET_KEY', undefined)
    setting('STRIPE_WEBHOOK_SECRET', undefined)
    setting('STRIPE_API_URL', undefined)
    setting('BILLING_TRIAL_DAYS', before.trialDays)
    await stripe.close()
  }
  return { billing: new Billing(stripe), off }
}

/** The test's own clock: time stands still until `pass`. */
export function ownClock() {
  mock.timers.enable({ apis: ['Date'], now: Date.now() })
  return () => mock.timers.reset()
}
