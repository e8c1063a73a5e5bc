import { posix } from 'node:path'
import type { FileEdit } from '../../../contract/generation.ts'
import type { RecipeContext } from '../contract.ts'
import { Repository } from '../modules/repository.ts'
import { specifierTo } from '../project/specifiers.ts'
import { TestProject } from '../project/test_project.ts'
import { type Refused, refused } from '../refusals.ts'
import { frameworkImports, type ImportLine } from '../test_code/import_lines.ts'
import { newTestFile } from '../test_code/test_file.ts'
import { adonisChange } from './adonis.ts'
import type { AppSite } from './app_sites.ts'
import { chooseSite } from './choose_site.ts'
import { existingRoute } from './existing_route.ts'
import { frameworks, supported } from './frameworks.ts'
import type { HealthChange } from './health_change.ts'
import { reachOf } from './reach.ts'
import { withRoute } from './route_code.ts'
import { healthTest } from './test_lines.ts'

/** The route and its test, or why it cannot be added. */
export function healthChange(ctx: RecipeContext, path: string): HealthChange | Refused {
  ctx.signal.throwIfAborted()
  const repository = new Repository(ctx.snapshot, ctx.graph)
  const place = existingRoute(repository, path)
  if (place)
    return refused(
      'nothing_to_do',
      `${path} is there already, at ${place}.`,
      'Name another path if you want a second one.'
    )
  const project = new TestProject(repository, ctx.test?.runner)
  if (project.manifest.dependencies.has(frameworks.adonisjs.package)) return adonisChange(repository, path)
  const site = chooseSite(repository)
  if (!site) {
    return refused(
      'unsupported',
      `No application was found that is made with ${supported.join(', ')}.`,
      'This recipe knows those frameworks, in JavaScript and TypeScript; for another one add a model key in the settings.'
    )
  }
  return site.kind === 'refused' ? site : changeAt(project, site, path)
}

function changeAt(project: TestProject, site: AppSite, path: string): HealthChange {
  const { module, framework } = site
  const edits: FileEdit[] = [{ kind: 'write', path: module.path, content: withRoute(site, path) }]
  const reach = reachOf(site)
  const title = frameworks[framework].title
  if (reach.kind === 'none') return { kind: 'change', framework: title, edits, untested: reach.reason }
  const style = project.style(module.path)
  const testPath = freePath(project, module.path)
  const { imports, lines } = healthTest(framework, reach, style, {
    path,
    source: module.path,
    appSpecifier: specifierTo(testPath, module.path, style.ending),
    hasSupertest: project.manifest.dependencies.has('supertest'),
  })
  const group = {
    label: 'health',
    cases: [{ title: `GET ${path} answers 200 with status ok`, isAsync: true, lines }],
  }
  const head = [...frameworkImports(style), ...imports].sort(byOrigin)
  edits.push({ kind: 'write', path: testPath, content: newTestFile(head, [group], style) })
  return { kind: 'change', framework: title, edits, untested: null }
}

/** Packages before the project's own files. */
function byOrigin(a: ImportLine, b: ImportLine): number {
  const rank = ({ specifier }: ImportLine) => (specifier.startsWith('.') ? 1 : 0)
  return rank(a) - rank(b) || (a.specifier < b.specifier ? -1 : 1)
}

function freePath(project: TestProject, source: string): string {
  const beside = (name: string) =>
    project.testPath(posix.join(posix.dirname(source), name + posix.extname(source)))
  return (
    ['health', 'health_endpoint', 'health_route']
      .map(beside)
      .find((path) => !project.repository.snapshot.has(path)) ?? beside('health_check')
  )
}
