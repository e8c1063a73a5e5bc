import { execFileSync } from 'node:child_process'
import { get } from './api.ts'
import { CliError } from './error.ts'

export interface Project {
  id: string
  name: string
  remoteUrl: string
}

function git(...args: string[]) {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

/** The same for every spelling of an address: `git@host:a/b.git`, `https://host/a/b`. */
export function sameAddress(text: string) {
  const scp = /^(?:[^@/]+@)?([^:/]+):(?!\/\/)(.+)$/.exec(text)
  const [host, path] = scp
    ? [scp[1]!, scp[2]!]
    : URL.canParse(text)
      ? [new URL(text).hostname, new URL(text).pathname]
      : ['', text]
  return `${host}/${path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')}`.toLowerCase()
}

export async function allProjects(): Promise<Project[]> {
  const projects: Project[] = []
  for (let page = 1; ; page++) {
    const { data, meta } = await get<{ data: Project[]; meta: { lastPage: number } }>(
      `/api/projects?page=${page}&perPage=100`
    )
    projects.push(...data)
    if (page >= meta.lastPage) return projects
  }
}

/** The project that is named, else the one whose remote is that of the checkout one stands in. */
export async function findProject(named: string | undefined): Promise<Project> {
  const projects = await allProjects()
  if (named) {
    const found = projects.find(({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase())
    if (found) return found
    throw new CliError(`There is no project "${named}". agentops projects lists them.`)
  }
  const remote = git('remote', 'get-url', 'origin')
  if (!remote)
    throw new CliError('This is no checkout with a remote "origin". Name the project: --project <name>')
  const found = projects.find(({ remoteUrl }) => sameAddress(remoteUrl) === sameAddress(remote))
  if (found) return found
  throw new CliError(`No project has the remote ${remote}. Add it in AgentOps, or name one: --project <name>`)
}

/** Applies a change to the working tree; nothing is changed when it does not fit. */
export function applyPatch(patch: string) {
  try {
    execFileSync('git', ['apply', '--3way', '--whitespace=nowarn', '-'], {
      input: patch,
      encoding: 'utf8',
      stdio: ['pipe', 'inherit', 'pipe'],
    })
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? '').trim()
    throw new CliError(`The change does not fit this checkout:\n${said}`)
  }
}
