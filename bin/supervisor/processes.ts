import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Child } from './child.ts'
import { root } from './paths.ts'

export interface Environments {
  app: NodeJS.ProcessEnv
  engine: NodeJS.ProcessEnv
}

/** The three processes, in the order in which they are started. */
export function processes(env: Environments, { dev, dataDir }: { dev: boolean; dataDir: string }) {
  const cwd = dev ? root : join(root, 'build')
  const scratch = (name: string) => join(dataDir, 'tmp', name)
  mkdirSync(join(dataDir, 'engine'), { recursive: true })
  return {
    engine: new Child({
      name: 'engine',
      colour: 'magenta',
      args: ['src/main.ts'],
      cwd: join(root, 'engine'),
      env: env.engine,
      scratch: scratch('engine'),
    }),
    web: new Child({
      name: 'web',
      colour: 'cyan',
      cwd,
      env: env.app,
      scratch: scratch('web'),
      ...(dev ? developmentServer() : { args: ['bin/server.js'] }),
    }),
    worker: new Child({
      name: 'worker',
      colour: 'yellow',
      // BullMQ waits for "-Infinity" ms when nothing is delayed; Node takes it for 1 and would say so every time.
      args: ['--disable-warning=TimeoutNegativeWarning', 'ace.js', 'worker'],
      cwd,
      env: env.app,
      scratch: scratch('worker'),
    }),
  }
}

/** `ace serve` neither ends when it is asked to nor takes its own child with it, so it is killed with its group. */
function developmentServer() {
  const guard = join(root, 'bin', 'supervisor', 'end_with_parent.mjs')
  return { args: ['--import', guard, 'ace.js', 'serve', '--hmr', '--no-clear'], graceMs: 500 }
}
