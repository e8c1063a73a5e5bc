import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { SandboxError } from '../contract.js'
import { systemPath } from '../environment.js'

/**
 * Root makes a user namespace that knows one user, `inner`, who is `outer` on the host, and no root.
 * bubblewrap enters it after it has mounted everything as the real root, so that folders only root may
 * enter can be mounted and the command still has no rights to them. Answers a file descriptor to hand to
 * bubblewrap.
 */
export async function openUserNamespace(
  inner: number,
  outer: number
): Promise<{ fd: number; close(): void }> {
  const holder = spawn('unshare', ['--user', 'sh', '-c', 'echo ready; read end'], {
    env: { PATH: systemPath },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const failed = once(holder, 'close').then(() => {
    throw new SandboxError('The kernel refused a user namespace: see user.max_user_namespaces')
  })
  try {
    await Promise.race([once(holder.stdout, 'data'), failed])
    const proc = `/proc/${holder.pid}`
    writeFileSync(`${proc}/uid_map`, `${inner} ${outer} 1\n`)
    writeFileSync(`${proc}/gid_map`, `${inner} ${outer} 1\n`)
    const fd = openSync(`${proc}/ns/user`, 'r')
    return { fd, close: () => closeSync(fd) }
  } finally {
    failed.catch(() => {})
    holder.stdin.end()
  }
}
