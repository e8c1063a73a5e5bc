import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { inside } from '../environment.js'
import { parents } from './arguments.js'

/** What a sandbox shows of Node: the binary, and npm's own folder wherever the host keeps it. */
export interface NodeToolchain {
  node: string
  npm: string | null
}

const usualNpmFolders = [
  '/usr/local/lib/node_modules/npm',
  '/usr/lib/node_modules/npm',
  '/usr/share/nodejs/npm',
]

/**
 * `nodeBinDir` holds the `node` to use, else this process's own is taken. npm is looked for beside that
 * node, then through the `npm` command in each folder of `hostPath`, then where systems install it.
 */
export async function findNodeToolchain(nodeBinDir?: string, hostPath = ''): Promise<NodeToolchain> {
  const node = await realpath(nodeBinDir ? join(nodeBinDir, 'node') : process.execPath)
  const beside = join(dirname(node), '../lib/node_modules/npm')
  const onPath = await Promise.all(hostPath.split(':').filter(Boolean).map(npmOfCommand))
  for (const folder of [beside, ...onPath, ...usualNpmFolders]) {
    if (folder && (await isNpm(folder))) return { node, npm: await realpath(folder) }
  }
  return { node, npm: null }
}

/** `…/bin/npm` is a link to `…/npm/bin/npm-cli.js`. */
async function npmOfCommand(folder: string): Promise<string | null> {
  const script = await realpath(join(folder, 'npm')).catch(() => null)
  return script ? dirname(dirname(script)) : null
}

async function isNpm(folder: string): Promise<boolean> {
  try {
    const { name } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { name?: string }
    return name === 'npm' && (await stat(join(folder, 'bin/npm-cli.js'))).isFile()
  } catch {
    return false
  }
}

/**
 * Mounts at /opt/node. An npm below /usr is visible already and is used where it lies: distributions
 * split its dependencies over neighbouring folders.
 */
export function nodeMounts({ node, npm }: NodeToolchain): string[] {
  const binary = `${inside.node}/bin/node`
  const mounts = [...parents(binary), '--ro-bind', node, binary]
  if (!npm) return mounts
  const folder = npm.startsWith('/usr/') ? npm : `${inside.node}/lib/node_modules/npm`
  if (folder !== npm) mounts.push(...parents(folder), '--ro-bind', npm, folder)
  for (const name of ['npm', 'npx']) {
    mounts.push('--symlink', `${folder}/bin/${name}-cli.js`, `${inside.node}/bin/${name}`)
  }
  return mounts
}
