import { access, open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { SandboxNetwork } from './contract.js'
import { inside } from './environment.js'
import { openRegistryProxy } from './registry_proxy/server.js'

const port = 3128
const socketInside = `${inside.runtime}/proxy.sock`
const relayInside = `${inside.runtime}/relay.mts`

/** What a run needs to reach registries: mounts, variables and the words that start its command. */
export interface NetworkAccess {
  mounts: [from: string, to: string][]
  environment: Record<string, string>
  relay: string[]
  close(): Promise<void>
}

/** npm would try for more than a minute to reach a registry that is not there. */
const offline = { npm_config_offline: 'true' }
const none: NetworkAccess = { mounts: [], environment: offline, relay: [], async close() {} }

/** `scratch`: a host folder of this run that the command cannot write to; `node`: inside the sandbox. */
export async function openNetwork(
  network: SandboxNetwork,
  scratch: string,
  node: string
): Promise<NetworkAccess> {
  if (network.kind === 'none') return none
  // A socket's address holds 107 bytes, too few for some data folders: go through the open folder.
  const folder = await open(scratch, 'r')
  const proxy = await openRegistryProxy(network.hosts, `/proc/self/fd/${folder.fd}/proxy.sock`)
  return {
    mounts: [
      [`${scratch}/proxy.sock`, socketInside],
      [await relayFile(), relayInside],
    ],
    environment: proxyVariables(`http://127.0.0.1:${port}`),
    relay: [node, '--disable-warning=ExperimentalWarning', relayInside, socketInside, String(port)],
    async close() {
      await proxy.close()
      await folder.close()
    },
  }
}

function proxyVariables(url: string): Record<string, string> {
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy']
  const npm = ['npm_config_proxy', 'npm_config_https_proxy']
  return {
    ...Object.fromEntries([...names, ...npm].map((name) => [name, url])),
    NO_PROXY: 'localhost,127.0.0.1,::1',
    no_proxy: 'localhost,127.0.0.1,::1',
    NODE_USE_ENV_PROXY: '1',
  }
}

/** TypeScript beside the source, JavaScript beside the build: Node inside the sandbox runs both. */
async function relayFile(): Promise<string> {
  const source = fileURLToPath(new URL('./registry_proxy/relay.ts', import.meta.url))
  const built = fileURLToPath(new URL('./registry_proxy/relay.js', import.meta.url))
  return access(source).then(
    () => source,
    () => built
  )
}
