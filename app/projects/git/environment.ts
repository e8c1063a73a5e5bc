const inherited = [
  'PATH',
  'TMPDIR',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTPS_PROXY',
  'https_proxy',
  'NO_PROXY',
  'no_proxy',
]

/**
 * The only names of this process' environment that git ever sees: where programs, temporary files,
 * certificates and the proxy are. They describe the machine, not the application, and are therefore
 * read here instead of being declared in `start/env.ts`.
 */
function machine(names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    })
  )
}

/** For a person's own SSH keys: the address of their running agent. */
export const ownAgent = () => machine(['SSH_AUTH_SOCK'])

/** Git's whole environment before an operation adds its own. */
export function bareEnvironment(): Record<string, string> {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    ...machine(inherited),
    HOME: '/nonexistent',
    // git's messages are told apart by their wording
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: '',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_PAGER: 'cat',
    GIT_EDITOR: 'false',
    SSH_ASKPASS_REQUIRE: 'never',
  }
}
