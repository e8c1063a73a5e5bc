import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { analyze } from '../../src/analyzers/analyze.ts'
import { assemble } from '../../src/analyzers/assemble.ts'
import { dropChildren, readingsSettled } from '../../src/analyzers/processes/warm_children.ts'
import { readFacts } from '../../src/analyzers/reading/read_file.ts'
import { temporaryFolder } from '../support/temporary_folder.ts'
import type { Files } from './edges.ts'
import { storedSnapshot } from './stored_snapshot.ts'

const rounds = 5
const seeds = [7, 1_303]

/** A source of numbers below one that gives the same ones for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The engine's own analyzers and their settings: real code with barrels, types and aliases. */
async function ownSources(): Promise<Files> {
  const root = join(import.meta.dirname, '../..')
  const files: Files = {}
  for (const top of ['contract/graph', 'src/analyzers']) {
    for (const entry of await readdir(join(root, top), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile()) files[path.slice(root.length + 1)] = await readFile(path, 'utf8')
    }
  }
  for (const name of ['package.json', 'tsconfig.json']) files[name] = await readFile(join(root, name), 'utf8')
  return files
}

type Edit = (files: Files, path: string, any: () => string) => void

/** Each changes what other files mean: names that are exported, files that are found, paths that are mapped. */
const edits: Edit[] = [
  (files, path) => {
    files[path] = files[path]!.replace(/export (function|class|const) (\w+)/, 'export $1 $2Renamed')
  },
  (files, path) => {
    files[path] += '\nexport function added(): number {\n  return 1\n}\n'
  },
  (files, path) => {
    const lines = files[path]!.split('\n')
    files[path] = [...lines.slice(0, 5), ...lines.slice(8)].join('\n')
  },
  (files, path) => {
    delete files[path]
  },
  (files, path, any) => {
    files[path.replace(/(\.\w+)?$/, '_copy.ts')] = files[any()]!
  },
  (files, path, any) => {
    files[path] = `export * from './${any().split('/').at(-1)}'\n${files[path]}`
  },
  (files) => {
    const settings = { compilerOptions: { baseUrl: '.', paths: { '#moved/*': ['src/analyzers/*'] } } }
    files['tsconfig.json'] = JSON.stringify(settings)
  },
  (files, path) => {
    files[path] = `import { link } from '#moved/link/link'\nlink([], [], [])\n${files[path]}`
  },
]

test.group('random edits', (group) => {
  group.teardown(async () => {
    await readingsSettled()
    await dropChildren()
  })

  test(
    'what a process makes of a snapshot after others is, byte for byte, what is made from scratch: seed {$self}'
  )
    .with(seeds)
    .run(async ({ assert, ...context }, seed) => {
      const random = numbersFrom(seed)
      const team = await temporaryFolder(context)
      const files = await ownSources()
      for (let round = 0; round < rounds; round++) {
        for (let touched = 0; touched < 3; touched++) {
          const sources = Object.keys(files).filter((path) => path.endsWith('.ts'))
          const any = () => sources[Math.floor(random() * sources.length)]!
          edits[Math.floor(random() * edits.length)]!(files, any(), any)
        }
        const { snapshot, folder } = await storedSnapshot(team, `round${round}`, files)
        const { graph } = await analyze(snapshot, folder, new AbortController().signal)
        const scratch = assemble(snapshot, snapshot.directory!, (path) => readFacts(path, files[path]!))
        assert.isTrue(JSON.stringify(graph) === JSON.stringify(scratch), `round ${round}`)
      }
    })
    .timeout(120_000)
})
