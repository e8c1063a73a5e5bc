import { access } from 'node:fs/promises'
import { systemPath } from './environment.js'

const packageManagers = [
  { tool: 'apt-get', install: 'apt-get install -y bubblewrap' },
  { tool: 'dnf', install: 'dnf install -y bubblewrap' },
  { tool: 'pacman', install: 'pacman -S --noconfirm bubblewrap' },
  { tool: 'zypper', install: 'zypper install -y bubblewrap' },
]

/** One sentence for an operator whose bubblewrap did not run: install it, or let it make namespaces. */
export async function installCommand(complaint: string): Promise<string> {
  if (!(await exists('bwrap'))) {
    const command = await installWithThisSystem()
    return `No sandbox is installed: run "${command}" and start again.`
  }
  const remedy = remedyFor(complaint)
  return `bubblewrap is installed but does not work here (${complaint}): ${remedy}.`
}

function remedyFor(complaint: string): string {
  if (process.getuid?.() === 0) {
    return 'give the worker CAP_SYS_ADMIN and CAP_NET_ADMIN and a seccomp profile that allows namespaces, or run it as a normal user'
  }
  if (complaint.includes('mount proc')) {
    return 'start the container with "--security-opt systempaths=unconfined"'
  }
  return 'run "sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0"'
}

async function installWithThisSystem(): Promise<string> {
  for (const { tool, install } of packageManagers) {
    if (await exists(tool)) return process.getuid?.() === 0 ? install : `sudo ${install}`
  }
  return 'apt-get install -y bubblewrap'
}

async function exists(tool: string): Promise<boolean> {
  const places = systemPath.split(':').map((folder) => access(`${folder}/${tool}`))
  return Promise.any(places).then(
    () => true,
    () => false
  )
}
