import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { test } from '@japa/runner'
import { openGraph } from '../../contract/graph/code_graph.ts'
import { analyze } from '../../src/analyzers/analyze.ts'
import { assemble } from '../../src/analyzers/assemble.ts'
import { dropChildren, readingsSettled } from '../../src/analyzers/processes/warm_children.ts'
import { factsVersion } from '../../src/analyzers/reading/facts_file.ts'
import { readFacts } from '../../src/analyzers/reading/read_file.ts'
import { temporaryFolder } from '../support/temporary_folder.ts'
import type { Files } from './edges.ts'
import { storedSnapshot } from './stored_snapshot.ts'

const never = new AbortController().signal

/** Enough files that they are read in several threads. */
function manyFiles(): Files {
  const files: Files = { 'tsconfig.json': '{}', 'a.py': 'def f(): ...', 'a.php': '<?php function f() {}' }
  for (let i = 0; i < 200; i++) {
    files[`src/f${i}.ts`] =
      `import { f${(i * 7) % 200} as g } from './f${(i * 7) % 200}.js'\nexport function f${i}() { return g() }\n`
  }
  return files
}

const factsName = `facts.v${factsVersion}.zst`

test.group('stored analyses', (group) => {
  group.teardown(async () => {
    await readingsSettled()
    await dropChildren()
  })

  test('threads, a process of its own and plain reading give the same bytes', async ({
    assert,
    ...context
  }) => {
    const team = await temporaryFolder(context)
    const files = manyFiles()
    const { snapshot, folder } = await storedSnapshot(team, 'one', files)
    const { graph } = await analyze(snapshot, folder, never)
    const plain = assemble(snapshot, snapshot.directory!, (path) => readFacts(path, files[path]!))
    assert.isTrue(JSON.stringify(graph) === JSON.stringify(plain))
    const again = await analyze(snapshot, folder, never)
    assert.isTrue(JSON.stringify(again.graph) === JSON.stringify(plain))
  })

  test('what a new snapshot shares with an earlier one is not parsed again, and the graph is as if it were', async ({
    assert,
    ...context
  }) => {
    const team = await temporaryFolder(context)
    const files = manyFiles()
    const first = await storedSnapshot(team, 'one', files)
    await analyze(first.snapshot, first.folder, never)

    const changed = {
      ...files,
      'src/f3.ts': 'export function f3() { return 3 }\n',
      'src/new.ts': 'export const n = 1\n',
    }
    const second = await storedSnapshot(team, 'two', changed)
    const { graph } = await analyze(second.snapshot, second.folder, never)
    const fresh = assemble(second.snapshot, second.snapshot.directory!, (path) =>
      readFacts(path, changed[path as keyof typeof changed]!)
    )
    assert.isTrue(JSON.stringify(graph) === JSON.stringify(fresh))

    // A mark in the kept facts shows up in what is taken from them, and nowhere else.
    await readingsSettled()
    const text = zstdDecompressSync(await readFile(join(second.folder, factsName))).toString()
    // Another owner's process has nothing in its memory, so it takes what lies on disk.
    const other = await temporaryFolder(context)
    const kept = await storedSnapshot(other, 'two', changed)
    const marks = text.replaceAll('"name":"f', '"name":"kept_f')
    await writeFile(join(kept.folder, factsName), zstdCompressSync(marks))
    const third = await storedSnapshot(other, 'three', {
      ...changed,
      'src/f5.ts': 'export function f5() {}\n',
    })
    const { graph: marked } = await analyze(third.snapshot, third.folder, never)
    const names = openGraph(marked).symbols.map(({ name }) => name)
    assert.include(names, 'kept_f4')
    assert.include(names, 'f5')
    assert.notInclude(names, 'kept_f5')
  })

  test('facts of another dialect are not mistaken for a file’s own', async ({ assert, ...context }) => {
    const team = await temporaryFolder(context)
    const text = 'export const f = <T,>(x: T) => x\n'
    const { snapshot, folder } = await storedSnapshot(team, 'one', { 'a.ts': text, 'b.js': text })
    const { files } = openGraph((await analyze(snapshot, folder, never)).graph)
    assert.deepEqual(
      files.map(({ skipped }) => skipped === null),
      [true, false]
    )
  })

  test('an abort ends the reading', async ({ assert, ...context }) => {
    const team = await temporaryFolder(context)
    const { snapshot, folder } = await storedSnapshot(team, 'one', manyFiles())
    await assert.rejects(() => analyze(snapshot, folder, AbortSignal.timeout(1)))
  })

  test('a file that breaks the parser among many is found, and the rest is read', async ({
    assert,
    ...context
  }) => {
    const team = await temporaryFolder(context)
    const depth = 60_000
    const files = { ...manyFiles(), 'src/deep.ts': `${'[\n'.repeat(depth)}${']\n'.repeat(depth)}` }
    const { snapshot, folder } = await storedSnapshot(team, 'one', files)
    const graph = openGraph((await analyze(snapshot, folder, never)).graph)
    assert.deepEqual(
      graph.files.filter(({ skipped }) => skipped !== null).map(({ path, skipped }) => [path, skipped]),
      [['src/deep.ts', 'the parser broke on this file']]
    )
  }).timeout(60_000)
})
