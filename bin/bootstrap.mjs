/**
 * Brings a fresh clone to where `npm start` can run: installs the dependencies named by the lockfile,
 * Node 24 among them. Plain JavaScript without imports from node_modules, because it runs first,
 * on whatever Node (20 or newer) the machine has.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'node_modules', '.lock-hash')

function stop(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** npm must not run on the Node binary inside node_modules that it is about to replace. */
function cleanEnvironment() {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) && name !== 'NODE_ENV')
  )
  env.PATH = (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)
  return env
}

function install() {
  console.log('Installing dependencies (once, under a minute on a good connection) …')
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: cleanEnvironment(),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (result.error?.code === 'ENOENT')
    stop('npm was not found. Install Node.js 20 or newer with npm and try again.')
  if (result.status !== 0) {
    stop(
      'The dependencies could not be installed (see above). Check the network and free disk space, then run the command again.'
    )
  }
  writeFileSync(stamp, lockHash())
}

const major = Number(process.versions.node.split('.')[0])
if (major < 20)
  stop(`Node.js ${process.versions.node} is too old. Install Node.js 20 or newer and try again.`)
if (spawnSync('git', ['--version']).status !== 0) {
  stop('git was not found. Install it (Debian/Ubuntu: apt-get install git) and try again.')
}
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockHash()) install()

if (process.argv.includes('--test')) {
  execFileSync(process.execPath, [join(root, 'bin', 'system_packages.mjs')], { stdio: 'inherit' })
}
