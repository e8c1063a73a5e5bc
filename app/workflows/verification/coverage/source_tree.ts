import { realpath } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readRegularFile } from './raw_reports.js'

const maxSourceBytes = 2 * 1024 * 1024

/** The repository path of a script's URL, or null when it lies outside the workspace or in node_modules. */
export function pathOfUrl(url: string, workspace: string): string | null {
  const absolute = absolutePath(url)
  const prefix = workspace.endsWith('/') ? workspace : `${workspace}/`
  if (!absolute?.startsWith(prefix)) return null
  const path = absolute.slice(prefix.length)
  return path.split('/').includes('node_modules') ? null : path
}

function absolutePath(url: string): string | null {
  if (url.startsWith('/')) return url
  if (!url.startsWith('file:///')) return null
  try {
    return fileURLToPath(url.split(/[?#]/)[0])
  } catch {
    return null
  }
}

/** A source file of the checkout, or null when it is missing, too large, or reached through a link. */
export async function readSource(root: string, path: string): Promise<string | null> {
  const folder = await realpath(dirname(join(root, path))).catch(() => null)
  const home = await realpath(root)
  if (!folder || (folder !== home && !folder.startsWith(home + sep))) return null
  return readRegularFile(join(root, path), maxSourceBytes)
}
