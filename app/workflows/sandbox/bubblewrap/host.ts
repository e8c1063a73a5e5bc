import type { CgroupParent } from './cgroup_hierarchy.js'
import { findCgroupParent } from './cgroup_probe.js'
import { findNodeToolchain, nodeMounts } from './node_toolchain.js'
import { systemMounts } from './system_mounts.js'

/** What bubblewrap has to work with on this machine; found out once per worker. */
export interface BubblewrapHost {
  systemMounts: string[]
  memoryGroups: CgroupParent | null
  processGroups: CgroupParent | null
}

export async function inspectHost(nodeBinDir?: string, hostPath?: string): Promise<BubblewrapHost> {
  const toolchain = await findNodeToolchain(nodeBinDir, hostPath)
  return {
    systemMounts: [...(await systemMounts()), ...nodeMounts(toolchain)],
    memoryGroups: await findCgroupParent('memory'),
    processGroups: await findCgroupParent('pids'),
  }
}
