import { github } from '#projects/git/github/provider'
import { gitlab } from '#projects/git/gitlab/provider'
import type { HostAccess } from '#projects/git/host_access'
import type { GitHost, HostKind } from '#projects/git/host_contract'

const hosts: Record<HostKind, (access: HostAccess) => GitHost> = { github, gitlab }

export const openHost = (access: HostAccess): GitHost => hosts[access.kind](access)
