import type { FileEdit } from '../../../contract/generation.ts'
import { findExport } from '../modules/find_export.ts'
import type { SourceModule } from '../modules/source_module.ts'
import { specifierTo } from '../project/specifiers.ts'
import type { TestProject } from '../project/test_project.ts'
import type { TestStyle } from '../project/test_style.ts'
import { extendedTestFile, localNameIn } from '../test_code/extended_file.ts'
import { frameworkImports, type ImportLine } from '../test_code/import_lines.ts'
import { caseTitle, newTestFile, type TestCase, type TestGroup } from '../test_code/test_file.ts'
import { type Callable, importName } from './callables.ts'
import { testCaseOf } from './case_code.ts'
import { uses } from './probe_request.ts'
import type { ChosenCase } from './state.ts'

export interface WrittenTest {
  chosen: ChosenCase
  callable: Callable
  /** As runners report it, without the title of its group. */
  title: string
}

export interface WrittenFile {
  path: string
  isNew: boolean
  tests: WrittenTest[]
  /** The file's text with its tests in a given order: 0 as written, others a fixed shuffle each. */
  text: (order: number) => string
}

/** The test files that hold the chosen cases. */
export function writeTests(
  project: TestProject,
  chosen: readonly ChosenCase[],
  callables: ReadonlyMap<string, Callable>,
  needs: ReadonlyMap<string, string>
): WrittenFile[] {
  const byPath = Map.groupBy(
    chosen.flatMap((item) => {
      const callable = callables.get(item.key)
      return callable ? [{ item, callable }] : []
    }),
    ({ callable }) => project.testPath(callable.module.path)
  )
  return [...byPath].map(([path, items]) => {
    const source = items[0]!.callable.module.path
    return new TestWriter(project, path, project.testFileOf(source), project.style(source), needs).write(
      items
    )
  })
}

export function asEdits(files: readonly WrittenFile[], order = 0): Extract<FileEdit, { kind: 'write' }>[] {
  return files.map((file) => ({ kind: 'write', path: file.path, content: file.text(order) }))
}

class TestWriter {
  readonly #project: TestProject
  readonly #path: string
  readonly #existing: SourceModule | null
  readonly #style: TestStyle
  readonly #needs: ReadonlyMap<string, string>

  constructor(
    project: TestProject,
    path: string,
    existing: SourceModule | null,
    style: TestStyle,
    needs: ReadonlyMap<string, string>
  ) {
    this.#project = project
    this.#path = path
    this.#existing = existing
    this.#style = style
    this.#needs = needs
  }

  write(items: { item: ChosenCase; callable: Callable }[]): WrittenFile {
    const groups: TestGroup[] = []
    const tests: WrittenTest[] = []
    for (const callable of new Set(items.map((item) => item.callable))) {
      const own = items.filter((item) => item.callable === callable)
      const cases = distinct(
        own.map(({ item }) => testCaseOf(item, callable, this.#local(callable), this.#style))
      )
      const group = { label: callable.label, cases }
      groups.push(group)
      tests.push(
        ...own.map(({ item }, at) => ({
          chosen: item,
          callable,
          title: caseTitle(group, cases[at]!, this.#style),
        }))
      )
    }
    const imports = [...frameworkImports(this.#style), ...this.#targetImports(items)]
    const code = (ordered: TestGroup[]) =>
      this.#existing
        ? extendedTestFile(this.#existing, imports, ordered, this.#style)
        : newTestFile(imports, ordered, this.#style)
    return { path: this.#path, isNew: !this.#existing, tests, text: (order) => code(shuffled(groups, order)) }
  }

  #local(callable: Callable): string {
    return localNameIn(
      this.#existing,
      this.#project.repository,
      callable.module.path,
      callable.exportName,
      importName(callable)
    )
  }

  #targetImports(items: readonly { item: ChosenCase; callable: Callable }[]): ImportLine[] {
    const lines = new Map<string, ImportLine>()
    const add = (path: string, imported: string, local: string) => {
      const specifier = this.#specifier(path)
      const line = lines.get(specifier) ?? { specifier, names: [] }
      if (!line.names.some((name) => name.local === local)) line.names.push({ imported, local })
      lines.set(specifier, line)
    }
    for (const { callable } of items) add(callable.module.path, callable.exportName, this.#local(callable))
    for (const [name, path] of this.#needs) {
      if (items.some(({ item }) => item.args.some((arg) => uses(arg, name))))
        add(this.#home(path, name), name, name)
    }
    return [...lines.values()].sort((a, b) => (a.specifier < b.specifier ? -1 : 1))
  }

  #home(path: string, name: string): string {
    return findExport(this.#project.repository, path, name)?.module.path ?? path
  }

  /** The specifier the file uses for a module already, else one in the project's manner. */
  #specifier(path: string): string {
    const used =
      this.#existing &&
      [...this.#existing.imports, ...this.#existing.loads].find(
        ({ specifier }) => this.#project.repository.resolve(this.#path, specifier) === path
      )
    return used?.specifier ?? specifierTo(this.#path, path, this.#style.ending)
  }
}

/** Titles that differ, so that each test can be told from the others in a report. */
function distinct(cases: TestCase[]): TestCase[] {
  const seen = new Map<string, number>()
  return cases.map((testCase) => {
    const count = (seen.get(testCase.title) ?? 0) + 1
    seen.set(testCase.title, count)
    return count === 1 ? testCase : { ...testCase, title: `${testCase.title} (${count})` }
  })
}

function shuffled(groups: readonly TestGroup[], order: number): TestGroup[] {
  if (order === 0) return [...groups]
  return permuted(groups, order).map((group) => ({ ...group, cases: permuted(group.cases, order) }))
}

/** Order 1 is backwards; later ones are fixed shuffles, so that a run can be repeated. */
function permuted<T>(items: readonly T[], order: number): T[] {
  if (order === 1) return [...items].reverse()
  const result = [...items]
  let seed = 2_654_435_761 * order
  for (let at = result.length - 1; at > 0; at--) {
    seed = (Math.imul(seed ^ (seed >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0
    const other = seed % (at + 1)
    ;[result[at], result[other]] = [result[other]!, result[at]!]
  }
  return result
}
