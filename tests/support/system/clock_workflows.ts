import { BrowserSession } from '#tests/support/system/browser_session'
import { clockRepository } from '#tests/support/system/clock_repository'
import { freePorts } from '#tests/support/system/free_ports'
import { Gate } from '#tests/support/system/gate'
import { GitHost } from '#tests/support/system/git_host'
import { Installation } from '#tests/support/system/installation'
import { openModelServer } from '#tests/support/system/model_server'

/** A running product whose engine is behind a gate and whose repositories are on a git host of their own. */
export interface Scene {
  product: Installation
  gate: Gate
  host: GitHost
  session: BrowserSession
  model: Awaited<ReturnType<typeof openModelServer>>
  /** Runs a task that ends verified, on a repository of that name; unless another is given, a recipe does it. */
  run: (name: string, task?: string) => Promise<string>
  close: () => Promise<void>
}

export async function openScene(): Promise<Scene> {
  const [gatePort] = await freePorts(1)
  const model = await openModelServer()
  const product = await Installation.prepare({
    env: { ...model.env, ENGINE_URL: `http://127.0.0.1:${gatePort}`, WORKER_CONCURRENCY: '10' },
  })
  const gate = await Gate.open(product.enginePort, gatePort!)
  const host = await GitHost.open()
  await product.start()
  const session = await BrowserSession.signIn(product.url, product.demo())
  return {
    product,
    gate,
    host,
    session,
    model,
    async run(name, task = 'remove unused imports') {
      const project = await session.addProject(host.make(name, clockRepository))
      return session.run(project, task)
    },
    async close() {
      await product.dispose()
      await gate.close()
      await host.close()
      await model.close()
    },
  }
}
