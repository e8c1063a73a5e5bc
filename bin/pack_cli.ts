import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'

/**
 * The command line as a package of one file that needs nothing but Node: `node bin/pack_cli.ts [folder]` leaves
 * `agentops-<version>.tgz` there, by default in build/cli.
 */
const root = join(import.meta.dirname, '..')
const into = resolve(process.argv[2] ?? join(root, 'build/cli'))
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
const bundle = join(into, 'package')

await build({
  configFile: false,
  publicDir: false,
  root,
  logLevel: 'error',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'cli/main.ts',
    outDir: bundle,
    emptyOutDir: true,
    target: 'node22',
    rolldownOptions: {
      output: { entryFileNames: 'agentops.mjs', codeSplitting: false, banner: '#!/usr/bin/env node' },
    },
  },
})
await mkdir(bundle, { recursive: true })
const manifest = {
  name: 'agentops',
  version,
  description: 'Tasks on repositories, proven by their own tests: the command line of AgentOps.',
  type: 'module',
  license: 'UNLICENSED',
  bin: { agentops: 'agentops.mjs' },
  files: ['agentops.mjs'],
  engines: { node: '>=22' },
}
await writeFile(join(bundle, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
execFileSync('npm', ['pack', '--silent', '--pack-destination', into], { cwd: bundle, stdio: 'inherit' })
