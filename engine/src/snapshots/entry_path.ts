import { posix } from 'node:path'

const controlCharacters = /[\u0000-\u001f\u007f]/

/**
 * The repository path of a tar entry, or why it is refused. Nothing is repaired: a path that
 * would have to be changed to be safe was written by someone with a purpose.
 */
export function entryPath(name: string, maxLength: number): { path: string } | { refused: string } {
  const path = name.replace(/^\.\//, '').replace(/\/$/, '')
  if (path.length > maxLength) return { refused: `a path is longer than ${maxLength} characters` }
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return { refused: 'a path is absolute' }
  if (path.includes('\\')) return { refused: 'a path contains a backslash' }
  if (controlCharacters.test(path)) return { refused: 'a path contains control characters' }
  if (path.split('/').includes('..')) return { refused: 'a path leaves the repository' }
  if (path.split('/').some((part) => part.toLowerCase() === '.git')) return { refused: 'a path lies in .git' }
  if (path !== '' && path !== '.' && posix.normalize(path) !== path)
    return { refused: 'a path is not in its plain form' }
  return { path: path === '.' ? '' : path }
}

/** Whether a link, were it followed, would stay inside the repository. */
export function linkStaysInside(path: string, target: string): boolean {
  if (target === '' || posix.isAbsolute(target) || target.includes('\\')) return false
  const landed = posix.normalize(posix.join(posix.dirname(path), target))
  return landed !== '..' && !landed.startsWith('../')
}
