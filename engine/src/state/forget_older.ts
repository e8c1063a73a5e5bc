import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Removes the entries of `<root>/<team>/` that were last touched more than `ageMs` ago and that `isBusy` does not name. */
export async function forgetOlder(
  root: string,
  ageMs: number,
  isBusy: (entry: string) => boolean = () => false
): Promise<void> {
  for (const team of await readdir(root).catch(() => [])) {
    for (const name of await readdir(join(root, team)).catch(() => [])) {
      const entry = join(root, team, name)
      const touched = await stat(entry).catch(() => null)
      if (!touched || isBusy(entry) || Date.now() - touched.mtimeMs <= ageMs) continue
      await rm(entry, { recursive: true, force: true })
    }
  }
}
