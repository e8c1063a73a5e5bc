import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { systemPath } from '../environment.js'

const run = promisify(execFile)

/** Nothing of the run's environment reaches the docker client: it reads DOCKER_HOST, HOME and more from it. */
export function clientEnvironment(dockerHost?: string): Record<string, string> {
  return { PATH: systemPath, ...(dockerHost ? { DOCKER_HOST: dockerHost } : {}) }
}

/** Runs a docker client command and answers its output; rejects with what it complained about. */
export async function docker(args: string[], environment: Record<string, string>): Promise<string> {
  const { stdout } = await run('docker', args, { env: environment, timeout: 10_000 })
  return stdout.trim()
}
