import { methodOf } from './routes.ts'
import { importedFrom, type RuleContext } from './rule.ts'

/**
 * A controller that is named by the framework's generated list, in a repository that does not hold the
 * list: `controllers.articles.Show` is `app/articles/controllers/show_controller.ts`.
 */
export function generatedController(
  context: RuleContext,
  file: number,
  value: number,
  action: string
): number | null {
  if (importedFrom(context, file, value) !== '#generated/controllers') return null
  const { facts, path } = context.program.files[file]!
  const names = facts.values[value]!.slice(1).filter((step): step is string => typeof step === 'string')
  const wanted = names.map(plain).join('/')
  const root = path.slice(0, Math.max(0, path.search(/(^|\/)(app|start)\//)))
  const found = context.program.files.findIndex(
    (candidate) => candidate.path.startsWith(root) && keyOf(candidate.path.slice(root.length)) === wanted
  )
  return found === -1 ? null : methodOf(context, { is: 'module', file: found }, action)
}

/** `app/articles/controllers/show_controller.ts` gives `articles/show`; null for what is no controller. */
function keyOf(path: string): string | null {
  const match = /^\/?app\/(.+)_controller\.[jt]s$/.exec(path)
  if (!match) return null
  return match[1]!
    .split('/')
    .filter((part) => part !== 'controllers' && part !== 'http')
    .map(plain)
    .join('/')
}

const plain = (word: string) => word.toLowerCase().replace(/[_-]/g, '')
