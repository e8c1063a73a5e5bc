import type { HostKind, RateLimit } from '#projects/git/host_contract'
import type { HostError } from '#projects/git/host_errors'

/** With what a host's API is opened. */
export interface HostAccess {
  kind: HostKind
  /** Address for people and for git, without a slash at the end. */
  webUrl: string
  /** Where the API is: `https://api.github.com`, `https://ghe.example.com/api/v3`; GitLab's without `/api/v4`. */
  apiUrl: string
  reach: 'public_addresses' | 'any_address'
  /** `app`: an installation of a GitHub App. */
  auth: 'oauth' | 'token' | 'app'
  /** A token that is good for the next minutes; asked for before every call. */
  token: () => Promise<string>
  /** Calls with the same key are paced together, so that no connection holds up another. */
  paceKey: string
  /** Under which login this connection writes, where it cannot ask: an installation is its app's bot. */
  ownLogin?: () => Promise<string>
  /** Hears after every answer what the host says of its budget. */
  onLimit?: (limit: RateLimit) => void
  /** Hears of every call that failed. */
  onFailure?: (error: HostError) => void
  signal?: AbortSignal
}
