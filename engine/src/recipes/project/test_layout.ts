import { posix } from 'node:path'
import { isTestFile } from '../../analyzers/test_files.ts'
import type { Repository } from '../modules/repository.ts'

/** Where the tests of a source file live: `{dir}` is its folder, `{sub}` that without the source root. */
export interface TestLayout {
  folder: string
  /** E.g. `.test`; `{stem}{suffix}{ending}` is the file's name. */
  suffix: string
  ending: string
}

const sourceRoots = /^(src|lib|source|app)(\/|$)/

function stemOf(path: string): string {
  return posix.basename(path).replace(/\.[cm]?[jt]sx?$/, '')
}

function suffixOf(stem: string): string {
  return /([.-](?:test|spec)|_test)$/.exec(stem)?.[1] ?? ''
}

/** Files that hold tests, helpers among them left out by the absence of test calls. */
export function testFilesOf(repository: Repository): string[] {
  return repository.paths.filter(
    (path) => isTestFile(path) && /\b(test|it|describe|suite)\b\s*[.(]/.test(repository.read(path) ?? '')
  )
}

/** The most common way existing tests are placed and named; null when there are none to learn from. */
export function layoutOf(repository: Repository, testFiles: readonly string[]): TestLayout | null {
  const votes = new Map<string, { layout: TestLayout; count: number }>()
  for (const path of testFiles) {
    for (const layout of layoutsOf(repository, path)) {
      const key = JSON.stringify(layout)
      const vote = votes.get(key) ?? { layout, count: 0 }
      votes.set(key, { ...vote, count: vote.count + 1 })
    }
  }
  return [...votes.values()].sort((a, b) => b.count - a.count)[0]?.layout ?? null
}

function layoutsOf(repository: Repository, path: string): TestLayout[] {
  const stem = stemOf(path)
  const suffix = suffixOf(stem)
  const ending = posix.extname(path)
  const name = stem.slice(0, stem.length - suffix.length)
  const source = repository.paths.find((candidate) => stemOf(candidate) === name && !isTestFile(candidate))
  const folder = posix.dirname(path)
  if (!source) return [{ folder: inTestsFolder(folder), suffix, ending }]
  const home = posix.dirname(source)
  if (folder === home) return [{ folder: '{dir}', suffix, ending }]
  if (posix.dirname(folder) === home) return [{ folder: `{dir}/${posix.basename(folder)}`, suffix, ending }]
  const sub = home.replace(sourceRoots, '')
  if (sub !== '' && folder.endsWith(`/${home}`))
    return [{ folder: `${folder.slice(0, -home.length - 1)}/{dir}`, suffix, ending }]
  if (sub !== '' && sub !== '.' && folder.endsWith(`/${sub}`))
    return [{ folder: `${folder.slice(0, -sub.length - 1)}/{sub}`, suffix, ending }]
  return [{ folder, suffix, ending }]
}

function inTestsFolder(folder: string): string {
  return folder === '.' ? 'test' : folder
}

/** Where new tests of a source file go. */
export function testPathFor(source: string, layout: TestLayout): string {
  const dir = posix.dirname(source)
  const sub = dir.replace(sourceRoots, '')
  const folder = layout.folder.replace('{dir}', () => dir).replace('{sub}', () => sub)
  return posix.join(folder, `${stemOf(source)}${layout.suffix}${layout.ending}`)
}
