import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import env from '#start/env'

export type Installation = {
  /** `none` means that repository code runs unconfined, by the operator's explicit choice. */
  sandbox: 'confined' | 'none'
  embedded: boolean
  /** Whether plans are sold here. */
  billing: boolean
  /** `files`: no mail server is configured, so mails are not sent but kept here. */
  mails: 'sent' | 'files'
  version: string
}

const { version } = JSON.parse(readFileSync(app.makePath('package.json'), 'utf8')) as { version: string }

/** What this installation is, as every page may know it. */
export function installation(): Installation {
  return {
    sandbox: env.get('SANDBOX_DRIVER') === 'none' ? 'none' : 'confined',
    embedded: env.get('EMBEDDED') ?? false,
    billing: env.get('STRIPE_SECRET_KEY') !== undefined,
    mails: env.get('SMTP_URL') ? 'sent' : 'files',
    version,
  }
}
