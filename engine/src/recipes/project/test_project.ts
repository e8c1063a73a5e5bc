import type { Repository } from '../modules/repository.ts'
import type { SourceModule } from '../modules/source_module.ts'
import { codeStyleOf } from './code_style.ts'
import { type PackageJson, packageJson } from './package_json.ts'
import { type JsRunner, runnerOf } from './runners.ts'
import { type SpecifierEnding, specifierEndingIn } from './specifiers.ts'
import { layoutOf, type TestLayout, testFilesOf, testPathFor } from './test_layout.ts'
import { defaultStyle, sampleTexts, styleOfTests, type TestStyle } from './test_style.ts'

/** What new tests have to fit into. */
export class TestProject {
  readonly repository: Repository
  readonly manifest: PackageJson
  readonly runner: JsRunner
  /** Nothing says how tests are run; Node's own runner needs nothing. */
  readonly runnerIsGuess: boolean
  readonly testFiles: readonly string[]
  readonly #layout: TestLayout | null

  constructor(repository: Repository, detectedRunner: string | undefined) {
    this.repository = repository
    this.manifest = packageJson(repository.snapshot)
    this.testFiles = testFilesOf(repository)
    const known = runnerOf(detectedRunner, repository, this.testFiles, this.manifest)
    this.runner = known ?? 'node:test'
    this.runnerIsGuess = known === null
    this.#layout = layoutOf(repository, this.testFiles)
  }

  /** Where tests of a source file go: the test file it has, or a new one placed as the others are. */
  testPath(source: string): string {
    return this.testFileOf(source)?.path ?? testPathFor(source, this.#layout ?? this.#defaultLayout(source))
  }

  /** The test file that is about a source file, when there is one. */
  testFileOf(source: string): SourceModule | null {
    const stem = (path: string) =>
      path
        .split('/')
        .at(-1)!
        .replace(/([.-](test|spec)|_test)?\.[cm]?[jt]sx?$/, '')
    for (const path of this.testFiles) {
      const module = stem(path) === stem(source) ? this.repository.module(path) : null
      const targets = module
        ? [...module.imports, ...module.loads].map(({ specifier }) =>
            this.repository.resolve(path, specifier)
          )
        : []
      if (module && targets.includes(source)) return module
    }
    return null
  }

  /** How tests of a source file are written: as in its own test file, else as in the nearest other one. */
  style(source: string): TestStyle {
    const own = this.testFileOf(source)
    const others = this.testFiles.filter((path) => path !== own?.path)
    const models = [...(own ? [own] : []), ...others.flatMap((path) => this.repository.module(path) ?? [])]
    for (const module of models) {
      const style = styleOfTests(module, this.runner, this.#ending(source, [module.path, ...this.testFiles]))
      if (style) return { ...style, typescript: /\.[cm]?tsx?$/.test(this.testPath(source)) }
    }
    const typescript = /\.[cm]?tsx?$/.test(source)
    return defaultStyle(
      this.runner,
      this.#isEsm(source),
      typescript,
      this.#ending(source, []),
      codeStyleOf(sampleTexts(this.repository))
    )
  }

  #isEsm(source: string): boolean {
    if (/\.c[jt]s$/.test(source)) return false
    const module = this.repository.module(source)
    return (
      /\.m[jt]s$/.test(source) ||
      this.manifest.isModule ||
      (module?.program.body.some(({ type }) => /^(Import|Export)/.test(type)) ?? false)
    )
  }

  #ending(source: string, tests: readonly string[]): SpecifierEnding {
    const shown =
      specifierEndingIn(this.repository, tests) ?? specifierEndingIn(this.repository, this.repository.paths)
    if (shown) return shown
    const bundled = this.runner === 'vitest' || this.runner === 'jest'
    return bundled || !this.#isEsm(source) ? 'none' : 'source'
  }

  #defaultLayout(source: string): TestLayout {
    const ending = /\.[cm]?[jt]s/.exec(source.slice(source.lastIndexOf('.')))?.[0] ?? '.js'
    if (this.runner === 'japa') return { folder: 'tests/unit', suffix: '.spec', ending }
    if (this.runner === 'jest') return { folder: '{dir}/__tests__', suffix: '.test', ending }
    return { folder: 'test', suffix: '.test', ending }
  }
}
