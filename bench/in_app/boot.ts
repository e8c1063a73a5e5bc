import 'reflect-metadata'
import { createIgnitor } from '../../bin/ignitor.js'

/** Brings the app up as the web process does, live bus and all, but without its HTTP server. */
export async function boot() {
  const app = createIgnitor().createApp('web')
  await app.init()
  await app.boot()
  await app.start(() => {})
  return app
}

export function say(message: unknown) {
  process.send!({ bench: message })
}
