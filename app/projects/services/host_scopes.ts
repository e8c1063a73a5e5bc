import { githubScopes } from '#projects/git/github/oauth'
import { gitlabScopes } from '#projects/git/gitlab/oauth'
import type { HostKind } from '#projects/git/host_contract'

export interface ScopeReason {
  scope: string
  /** Why it is asked for, and why nothing smaller does. */
  reason: string
}

/** What is asked for when an account is connected. */
export const askedScopes: Record<HostKind, ScopeReason[]> = {
  github: [
    {
      scope: 'repo',
      reason:
        'Read code, push branches, open pull requests, comment, set commit statuses, follow checks and keep a webhook. GitHub has no smaller scope that opens private repositories.',
    },
  ],
  gitlab: [
    {
      scope: 'api',
      reason:
        'Read code, push branches, open merge requests, comment, follow and retry pipelines and keep a webhook. GitLab has no smaller scope that may write merge requests.',
    },
  ],
}

/** The permissions of a GitHub App, which are set where it is registered. */
export const appPermissions: ScopeReason[] = [
  { scope: 'Contents: read and write', reason: 'Read code and push branches.' },
  { scope: 'Pull requests: read and write', reason: 'Open pull requests and keep them up to date.' },
  { scope: 'Issues: read and write', reason: 'Take tasks from issues and answer there.' },
  { scope: 'Commit statuses: read and write', reason: 'Show the state of a workflow beside its commit.' },
  { scope: 'Actions: read and write', reason: 'Follow runs, read the log of a failed job, start it again.' },
  { scope: 'Checks: read', reason: 'Follow checks other than Actions.' },
  { scope: 'Webhooks: read and write', reason: 'Hear of pushes, comments and runs at once.' },
  { scope: 'Metadata: read', reason: 'Names, visibility and default branches; GitHub always grants it.' },
]

/**
 * What a token lacks, as a sentence; null when it has all, or the host does not say what it has.
 * GitHub's `public_repo` and GitLab's `read_api` alone cannot open change requests.
 */
export function missingScope(kind: HostKind, scopes: string[] | null): string | null {
  if (scopes === null) return null
  const wanted = kind === 'github' ? githubScopes : gitlabScopes
  const missing = wanted.filter((scope) => !scopes.includes(scope))
  if (missing.length === 0) return null
  const has = scopes.length ? `It has ${scopes.join(', ')}.` : 'It has none.'
  return `The token lacks the scope ${missing.join(', ')}. ${has} Make one with that scope.`
}
