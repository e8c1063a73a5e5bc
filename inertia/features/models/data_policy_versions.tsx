import type { Data } from '@generated/data'
import { router } from '@inertiajs/react'
import type { DataPolicy } from './data_policy_form'
import { VersionList } from './version_list'
import { PROVIDERS, REGIONS } from './words'

interface DataPolicyVersionsProps {
  versions: Data.Llm.DataPolicyVersion[]
  projectId?: string
  manage: boolean
}

const named = (all: readonly { value: string; label: string }[], chosen: string[] | null, every: string) =>
  chosen === null
    ? every
    : all.flatMap(({ value, label }) => (chosen.includes(value) ? [label] : [])).join(', ')

/** In a few words. */
export const describeDataPolicy = ({ providers, regions, localOnly }: DataPolicy) =>
  localOnly
    ? 'Only models on our own machines'
    : `${named(PROVIDERS, providers, 'All providers')} · ${named(REGIONS, regions, 'all regions')}`

export function DataPolicyVersions({ versions, projectId, manage }: DataPolicyVersionsProps) {
  const restore = (version: number) =>
    router.post(
      '/settings/models/data-policy/versions',
      { version, projectId: projectId ?? null },
      { preserveScroll: true }
    )
  return <VersionList versions={versions} describe={describeDataPolicy} onRestore={restore} manage={manage} />
}
