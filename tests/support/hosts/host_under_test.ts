import type { HostKind, RepositoryRef } from '#projects/git/host_contract'
import { openHost } from '#projects/git/open_host'
import { GithubStandIn } from '#tests/support/github/stand_in'
import { GitlabStandIn } from '#tests/support/gitlab/stand_in'
import type { HttpServer } from '#tests/support/hosts/http_server'

export interface NewRequest {
  title: string
  source: string
  target: string
  fork?: boolean
}

/** What the same test needs of either stand-in. */
export interface HostUnderTest {
  kind: HostKind
  url: string
  apiUrl: string
  server: HttpServer
  standIn: GithubStandIn | GitlabStandIn
  addToken(login: string): string
  addRepository(
    path: string,
    options?: { files?: Record<string, string>; defaultBranch?: string; hasGit?: boolean }
  ): RepositoryRef
  commit(path: string, branch: string, files: Record<string, string>): string
  addMember(path: string, login: string, may: 'read' | 'write'): { id: string; login: string }
  addIssue(path: string, title: string, body: string, labels?: string[]): number
  /** A change request of somebody's for a branch that is there; returns its number. */
  openRequest(path: string, login: string, request: NewRequest): number
  closeRequest(path: string, number: number): void
  comment(path: string, kind: 'issue' | 'change_request', number: number, login: string, body: string): void
  /** A comment beside a line of a change request. */
  review(
    path: string,
    number: number,
    login: string,
    said: { path: string; line: number; body: string }
  ): void
  /** One job of a pipeline for the commit; returns its id. */
  addJob(path: string, commit: string, name: string): number
  finishJob(path: string, job: number, state: 'success' | 'failed', log?: string): void
  protect(path: string, branch: string): void
  /** The webhooks of a repository. */
  hooksOf(path: string): { url: string; active: boolean }[]
  breakHook(path: string): void
  commentsOn(path: string, kind: 'issue' | 'change_request', number: number): { user: string; body: string }[]
  close(): Promise<void>
}

async function githubUnderTest(): Promise<HostUnderTest> {
  const github = await GithubStandIn.start()
  const repository = (path: string) => github.repositories.get(path)!
  return {
    kind: 'github',
    url: github.url,
    apiUrl: github.apiUrl,
    server: github.server,
    standIn: github,
    addToken: (login) => github.addToken(login),
    addRepository: (path, options) => ({ id: String(github.addRepository(path, options).id), path }),
    commit: (path, branch, files) => github.git.commit(path, branch, files),
    addMember: (path, login, may) => {
      repository(path).collaborators.set(login, may)
      return { id: String(github.user(login).id), login }
    },
    addIssue: (path, title, body, labels) => github.addIssue(path, { title, body, labels }).number,
    openRequest: (path, login, { title, source, target, fork }) => {
      const issue = github.addIssue(path, { title, user: login })
      issue.pull = {
        head: source,
        base: target,
        draft: false,
        merged: false,
        reviewers: [],
        fork: fork ?? false,
      }
      return issue.number
    },
    closeRequest: (path, number) => {
      repository(path).issues.get(number)!.state = 'closed'
    },
    comment: (path, _, number, login, body) =>
      github.comment(repository(path), repository(path).issues.get(number)!, login, body),
    review: (path, number, login, said) =>
      github.review(repository(path), repository(path).issues.get(number)!, login, said),
    addJob: (path, commit, name) =>
      github.addRun(path, commit, 'main', [{ name, status: 'in_progress' }], github.nextId()).jobs[0]!.id,
    finishJob: (path, job, state, log) =>
      github.finishJob(path, job, state === 'failed' ? 'failure' : state, log),
    protect: (path, branch) => github.protect(path, branch),
    hooksOf: (path) => repository(path).hooks.map(({ config, active }) => ({ url: config.url, active })),
    breakHook: (path) => {
      repository(path).hooks[0]!.active = false
    },
    commentsOn: (path, _, number) => repository(path).issues.get(number)!.comments,
    close: () => github.close(),
  }
}

async function gitlabUnderTest(): Promise<HostUnderTest> {
  const gitlab = await GitlabStandIn.start()
  return {
    kind: 'gitlab',
    url: gitlab.url,
    apiUrl: gitlab.url,
    server: gitlab.server,
    standIn: gitlab,
    addToken: (login) => gitlab.addToken(login),
    addRepository: (path, options) => ({ id: String(gitlab.addProject(path, options).id), path }),
    commit: (path, branch, files) => gitlab.git.commit(path, branch, files),
    addMember: (path, login, may) => {
      gitlab.project(path).members.set(login, may === 'write' ? 30 : 20)
      return { id: String(gitlab.user(login).id), login }
    },
    addIssue: (path, title, description, labels) => gitlab.addIssue(path, { title, description, labels }).iid,
    openRequest: (path, login, { title, source, target, fork }) => {
      const project = gitlab.project(path)
      const subject = gitlab.newSubject(project.mergeRequests.length + 1, title, login)
      const request = { ...subject, sourceBranch: source, targetBranch: target, reviewers: [] }
      project.mergeRequests.push({ ...request, fork: fork ?? false })
      return subject.iid
    },
    closeRequest: (path, number) => {
      gitlab.project(path).mergeRequests.find(({ iid }) => iid === number)!.state = 'closed'
    },
    comment: (path, kind, number, login, body) => {
      const project = gitlab.project(path)
      const subjects = kind === 'issue' ? project.issues : project.mergeRequests
      gitlab.comment(project, subjects.find(({ iid }) => iid === number)!, login, body)
    },
    review: (path, number, login, { body, ...place }) => {
      const project = gitlab.project(path)
      gitlab.comment(project, project.mergeRequests.find(({ iid }) => iid === number)!, login, body, place)
    },
    addJob: (path, commit, name) => {
      const there = gitlab
        .project(path)
        .pipelines.find(({ sha, source }) => sha === commit && source === 'push')
      const made = gitlab.addPipeline(path, commit, 'main', [{ name, status: 'running' }])
      if (!there) return made.jobs[0]!.id
      gitlab.project(path).pipelines.pop()
      there.jobs.push(...made.jobs)
      return made.jobs[0]!.id
    },
    finishJob: (path, job, state, log) => gitlab.finishJob(path, job, state, log),
    protect: (path, branch) => gitlab.protect(path, branch),
    hooksOf: (path) =>
      gitlab
        .project(path)
        .hooks.map(({ url, alertStatus }) => ({ url, active: alertStatus === 'executable' })),
    breakHook: (path) => {
      gitlab.project(path).hooks[0]!.alertStatus = 'disabled'
    },
    commentsOn: (path, kind, number) => {
      const project = gitlab.project(path)
      const subjects = kind === 'issue' ? project.issues : project.mergeRequests
      return subjects.find(({ iid }) => iid === number)!.notes
    },
    close: () => gitlab.close(),
  }
}

export const hostUnderTest = (kind: HostKind) => (kind === 'github' ? githubUnderTest() : gitlabUnderTest())

/** Opens the stand-in with a token, as a connection would. */
export function openWith({ kind, url, apiUrl }: HostUnderTest, token: string, signal?: AbortSignal) {
  return openHost({
    kind,
    webUrl: url,
    apiUrl,
    reach: 'any_address',
    auth: 'token',
    token: async () => token,
    paceKey: token,
    signal,
  })
}
