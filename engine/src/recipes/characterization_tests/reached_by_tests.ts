import type { TestProject } from '../project/test_project.ts'

/** Source files that the project's tests load, directly or through others. */
export function reachedByTests({ repository, testFiles }: TestProject): ReadonlySet<string> {
  const reached = new Set<string>()
  const queue = [...testFiles]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    const module = repository.module(path)
    if (!module) continue
    const statements = module.program.body.flatMap((node) =>
      'source' in node && node.source ? [node.source.value] : []
    )
    const specifiers = [...statements, ...module.loads.map(({ specifier }) => specifier)]
    queue.push(...specifiers.flatMap((specifier) => repository.resolve(path, specifier) ?? []))
  }
  return reached
}
