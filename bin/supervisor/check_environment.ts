import { join } from 'node:path'
import { root } from './paths.ts'
import { runToEnd } from './run_to_end.ts'
import { Stop } from './stop.ts'

const check = `
  const module = await import(process.argv[1]).catch((error) => error)
  const problem = await Promise.resolve(module).then((found) => {
    if (found instanceof Error) throw found
    found.loadEnv?.()
  }).catch((error) => error)
  if (problem) process.stdout.write(problem.help ?? problem.message)
  process.exit(problem ? 1 : 0)`

/** What the validators say, with the variable's name first and one sentence each. */
export function sentences(problems: string): string {
  const lines = problems.split('\n').map((line) => line.replace(/^\s*-\s*/, '').trim())
  return lines
    .filter(Boolean)
    .map((line) =>
      line
        .replace(
          /^Value for environment variable "(\w+)" must be (.*), instead received (.*)$/,
          '$1 must be $2, not $3'
        )
        .replace(/^"(\w+)" env variable must be (.*) \(Current value: (.*)\)$/, '$1 must be $2, not $3')
        .replace(/^Missing environment variable "(\w+)"$/, '$1 is missing')
        .replace(/\.?$/, '.')
    )
    .join(' ')
}

/**
 * Lets the app and the engine read their environments before anything is started: a process that ends at once
 * because of a setting would only be started again.
 *
 * @throws Stop with the variables' names and what was expected of them
 */
export async function checkEnvironments(
  { app, engine }: { app: NodeJS.ProcessEnv; engine: NodeJS.ProcessEnv },
  signal?: AbortSignal
) {
  const read = (file: string, env: NodeJS.ProcessEnv) =>
    runToEnd({ args: ['--input-type=module', '-e', check, join(root, file)], cwd: root, env, signal })
  const results = await Promise.all([read('start/env.ts', app), read('engine/src/env.ts', engine)])
  const problems = results.filter(({ ok }) => !ok).map(({ output }) => sentences(output))
  if (problems.length > 0) throw new Stop(problems.join(' '))
}
