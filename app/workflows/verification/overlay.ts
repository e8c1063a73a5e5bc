import { constants } from 'node:fs'
import { lstat, mkdir, open, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { OverlayFile } from '@agentops/engine/contract'

/** An overlay file would have been written outside the checkout, or through a link; nothing was written for it. */
export class OverlayError extends Error {
  override name = 'OverlayError'
}

/**
 * Writes files over a checkout. Paths are relative with forward slashes; `..`, absolute paths, `.git`, and
 * anything that passes through a symbolic link are refused with `OverlayError`.
 */
export async function writeOverlay(root: string, files: OverlayFile[]): Promise<void> {
  const home = await realpath(root)
  for (const file of files) assertRelative(file.path)
  for (const file of files) await writeFileInside(home, file)
}

function assertRelative(path: string) {
  const parts = path.split('/')
  const odd = parts.some(
    (part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git'
  )
  if (odd || /[\\\0]/.test(path)) {
    throw new OverlayError(`refused to write "${path}": a path relative to the repository root was expected`)
  }
}

async function writeFileInside(home: string, file: OverlayFile) {
  const folders = file.path.split('/').slice(0, -1)
  let folder = home
  for (const name of folders) {
    folder = join(folder, name)
    await mkdir(folder).catch(ignoreExisting)
    if (!(await lstat(folder)).isDirectory()) throw throughLink(file.path)
  }
  const target = join(home, file.path)
  if (await isOtherThanFile(target)) throw throughLink(file.path)
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW
  const handle = await open(target, flags, 0o644)
  try {
    if ((await realpath(dirname(target))) !== folder) throw throughLink(file.path)
    await handle.writeFile(file.content)
  } finally {
    await handle.close()
  }
}

async function isOtherThanFile(path: string): Promise<boolean> {
  const stat = await lstat(path).catch(() => null)
  return stat !== null && !stat.isFile()
}

function ignoreExisting(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error
}

function throughLink(path: string) {
  return new OverlayError(
    `refused to write "${path}": something on its way is not an ordinary folder or file`
  )
}
