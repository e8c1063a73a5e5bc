import type { Data } from '@generated/data'
import { router } from '@inertiajs/react'
import { VersionList } from './version_list'

interface PolicyVersionsProps {
  versions: Data.Llm.PolicyVersion[]
  projectId?: string
  manage: boolean
}

const describe = ({ order }: { order: string[] }) =>
  order.length > 0 ? order.join(' → ') : 'All models, cheapest first'

export function PolicyVersions({ versions, projectId, manage }: PolicyVersionsProps) {
  const restore = (version: number) =>
    router.put(
      '/settings/models/policies',
      { version, projectId: projectId ?? null },
      { preserveScroll: true }
    )
  return <VersionList versions={versions} describe={describe} onRestore={restore} manage={manage} />
}
