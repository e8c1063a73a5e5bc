/** Code points that HFS+ leaves out when it compares names. */
const ignoredByHfs = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g

/** Whether some file system would take the name for git's own folder. */
export function isGitFolderName(name: string): boolean {
  const plain = name.replace(ignoredByHfs, '').toLowerCase()
  // NTFS knows streams (`.git::$INDEX_ALLOCATION`), drops trailing dots and spaces, and has short names
  const onNtfs = plain.replace(/:.*$/s, '').replace(/[. ]+$/, '')
  return plain === '.git' || onNtfs === '.git' || /^git~\d+$/.test(onNtfs)
}

export type UnsafePath = 'invalid_path' | 'outside' | 'git_folder'

/** Why a path must not be written below a checkout, or null when it may. Backslashes count as separators too. */
export function unsafePath(path: string): UnsafePath | null {
  if (path === '' || path.includes('\0')) return 'invalid_path'
  if (/^([\\/]|[A-Za-z]:[\\/])/.test(path)) return 'outside'
  const parts = path.split(/[\\/]/)
  if (parts.includes('..')) return 'outside'
  if (parts.some((part) => part === '' || part === '.')) return 'invalid_path'
  return parts.some(isGitFolderName) ? 'git_folder' : null
}

/**
 * Whether a symbolic link stays in the tree it is written into, wherever other links in that tree lead:
 * it may climb first, no higher than the tree's root, and then only go down.
 */
export function staysInside(linkPath: string, target: string): boolean {
  if (target === '' || target.startsWith('/') || target.includes('\0')) return false
  const parts = target.split('/').filter((part) => part !== '' && part !== '.')
  const down = parts.findIndex((part) => part !== '..')
  const climbs = down < 0 ? parts.length : down
  if (climbs > linkPath.split('/').length - 1) return false
  return down < 0 || !parts.slice(down).some((part) => part === '..' || isGitFolderName(part))
}
