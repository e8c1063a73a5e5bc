import type { DataPolicy } from '@agentops/engine/contract'

/** What both allow. Nothing in common is an empty list, which allows nothing. */
export function narrowed(team: DataPolicy, project: DataPolicy): DataPolicy {
  return {
    providers: common(team.providers, project.providers),
    regions: common(team.regions, project.regions),
    localOnly: team.localOnly || project.localOnly,
  }
}

function common<T>(one: T[] | null, other: T[] | null): T[] | null {
  if (one === null) return other
  return other === null ? one : one.filter((each) => other.includes(each))
}
