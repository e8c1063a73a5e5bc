import app from '@adonisjs/core/services/app'

/** How GitHub and GitLab are spoken to. */
export default {
  /** The first pause before a failed reading is tried again; each further one is longer. */
  retryBaseMs: app.inTest ? 5 : 1000,
  /** GitHub asks for a second between writes and three between those that notify people. */
  pacedWrites: !app.inTest,
}
