import { renameSync, writeFileSync } from 'node:fs'

/** Writes a file that only its owner can read: whole and on the disk, or not at all. */
export function writeWholeFile(file: string, text: string) {
  const partial = `${file}.partial`
  writeFileSync(partial, text, { mode: 0o600, flush: true })
  renameSync(partial, file)
}
