import { SandboxError } from './contract.js'

/** Paths inside the sandbox, the same in every confining driver. */
export const inside = {
  workspace: '/workspace',
  output: '/output',
  home: '/home/sandbox',
  temporary: '/tmp',
  node: '/opt/node',
  runtime: '/run/sandbox',
} as const

export const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

const builtIn: Record<string, string> = {
  PATH: `${inside.node}/bin:${systemPath}`,
  HOME: inside.home,
  TMPDIR: inside.temporary,
  USER: 'sandbox',
  LOGNAME: 'sandbox',
  SHELL: '/bin/sh',
  LANG: 'C.UTF-8',
  TERM: 'xterm-256color',
  CI: '1',
  npm_config_update_notifier: 'false',
  npm_config_fund: 'false',
}

/**
 * The whole environment of a run: the built-in list, then the driver's `extra`, then the run's own.
 * Throws `SandboxError` on a name or value that could not be handed over unchanged.
 */
export function sandboxEnvironment(
  own: Record<string, string> | undefined,
  extra: Record<string, string> = {}
): Record<string, string> {
  for (const [name, value] of Object.entries(own ?? {})) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      throw new SandboxError(`The environment variable name ${JSON.stringify(name)} is not valid`)
    }
    if (value.includes('\0')) throw new SandboxError(`The environment variable ${name} holds a NUL byte`)
  }
  return { ...builtIn, ...extra, ...own }
}

/**
 * The environment as a POSIX shell file. It is read after privileges are dropped, so that a variable such
 * as LD_PRELOAD never reaches a program that still has them, and it keeps values out of every argv.
 */
export function environmentScript(environment: Record<string, string>): string {
  return Object.entries(environment)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`)
    .join('')
}

/** Enters the workspace, reads that file, mounted at its place inside, and becomes the command. */
export function withEnvironment(argv: string[]): string[] {
  const script = `cd ${inside.workspace} || exit 126; unset OLDPWD; . ${inside.runtime}/environment; exec "$@"`
  return ['/bin/sh', '-c', script, 'sandbox', ...argv]
}
