import { posix } from 'node:path'

interface Guarded {
  kind: string
  pattern: RegExp
  /** Words in the task that ask for such files. */
  asked: RegExp
}

/** Files that decide what runs with rights elsewhere, or what gets installed. */
const guarded: Guarded[] = [
  {
    kind: 'CI configuration',
    pattern:
      /^(\.github\/(workflows|actions)\/|\.circleci\/|\.buildkite\/|\.woodpecker|\.gitlab-ci|\.gitlab\/ci\/|\.travis\.yml$|\.drone\.yml$|Jenkinsfile|azure-pipelines|bitbucket-pipelines)/i,
    asked: /\b(ci|ci\/cd|pipelines?|workflows?|github actions?|gitlab[ -]ci|jenkins)\b/i,
  },
  {
    kind: 'lockfile',
    pattern:
      /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?|composer\.lock|poetry\.lock|uv\.lock|Pipfile\.lock|Cargo\.lock|go\.sum|Gemfile\.lock)$/,
    asked: /\b(lock ?files?|dependenc(y|ies)|upgrade|install)\b/i,
  },
  { kind: 'AgentOps configuration', pattern: /^\.agentops\.ya?ml$/, asked: /\.agentops\.ya?ml/i },
  {
    kind: 'git or package manager configuration',
    pattern: /(^|\/)\.(git(modules|attributes)|npmrc|yarnrc(\.yml)?|pnpmfile\.cjs)$/,
    asked: /\.(gitmodules|gitattributes|npmrc|yarnrc|pnpmfile)|\bsubmodules?\b/i,
  },
]

/**
 * Why a path may not be changed for this task; null when it may. The decision uses the person's
 * words only: nothing in the repository or in a model's answer can widen it. The engine keeps to it
 * while it writes, and the worker holds it against whatever the engine answers.
 */
export function forbiddenPath(path: string, task: string): string | null {
  if (path === '' || path.length > 1024 || /[\u0000-\u001f\u007f\\]/.test(path))
    return 'it is not a valid path'
  if (posix.isAbsolute(path) || /^[A-Za-z]:/.test(path)) return 'it is absolute'
  if (posix.normalize(path) !== path || path.endsWith('/') || path.split('/').includes('..')) {
    return 'it is not a plain path inside the repository'
  }
  if (path.split('/').some((part) => /^\.git$/i.test(part.replace(/[ .]+$/, '')))) return 'it lies in .git'
  const rule = guarded.find(({ pattern }) => pattern.test(path))
  if (!rule || rule.asked.test(task) || task.includes(posix.basename(path))) return null
  return `it is ${rule.kind}, which the task does not ask to change`
}
