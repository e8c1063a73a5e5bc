import { githubDeliveries } from '#projects/git/github/deliveries'
import { gitlabDeliveries } from '#projects/git/gitlab/deliveries'
import type { HostKind } from '#projects/git/host_contract'
import type { HostDeliveries } from '#projects/git/host_events'

export const deliveriesOf: Record<HostKind, HostDeliveries> = {
  github: githubDeliveries,
  gitlab: gitlabDeliveries,
}
