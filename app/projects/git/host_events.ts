import type { CodePlace, HostUser, IssueRef, PipelineState, RepositoryRef } from '#projects/git/host_contract'

export interface EventSubject extends IssueRef {
  title: string
  url: string
}

interface Common {
  repository: RepositoryRef
  /** Who caused it; null where the host names nobody. */
  author: HostUser | null
}

/** What a webhook of a host told, the same for every host. */
export type HostEvent =
  | (Common & {
      kind: 'push'
      branch: string
      /** Null for a branch that was just made. */
      before: string | null
      /** Null for a branch that was removed. */
      after: string | null
    })
  | (Common & {
      kind: 'change_request'
      change: 'opened' | 'updated' | 'reopened' | 'merged' | 'closed'
      number: number
      title: string
      url: string
      draft: boolean
      sourceBranch: string
      targetBranch: string
      headCommit: string
    })
  | (Common & {
      kind: 'comment'
      subject: EventSubject
      /** `place` of a comment beside code; absent elsewhere. */
      comment: { id: string; body: string; url: string; place?: CodePlace | undefined }
    })
  | (Common & { kind: 'labelled'; subject: EventSubject; label: string })
  | (Common & {
      kind: 'pipeline'
      commit: string
      /** Null where the host names none, as for a tag or a fork. */
      branch: string | null
      /** Of the one check, job or pipeline that the event is about, not of all of them: ask `pipeline()`. */
      state: PipelineState
      name: string
      url: string | null
    })
  | (Common & {
      kind: 'repository'
      change: 'renamed' | 'archived' | 'unarchived' | 'deleted' | 'changed'
    })
  /** The host has shown that the webhook works. */
  | (Common & { kind: 'ping' })

/** Text that follows from a delivery, bounded when it is parsed. */
export const MAX_COMMENT_LENGTH = 20_000

/**
 * What a verified delivery says. No `events`: one that we have no use for. `repository` is null where it is
 * about none. `malformed`: not what the host documents.
 */
export type ParsedDelivery =
  | {
      kind: 'told'
      repository: RepositoryRef | null
      /** The installation of a GitHub App that it comes through. */
      installation?: string | undefined
      events: HostEvent[]
    }
  | { kind: 'malformed'; why: string }

type Headers = (name: string) => string | undefined

/** How one host signs, numbers and words its deliveries. */
export interface HostDeliveries {
  /** Whether it comes from who knows the secret; nothing of the body is read before. */
  verify(header: Headers, body: Buffer, secret: string): boolean
  /** `id` stays the same when the host delivers again; null when it is no delivery of this host. */
  identify(header: Headers, body: Buffer): { id: string; event: string } | null
  parse(event: string, payload: unknown): ParsedDelivery
}
