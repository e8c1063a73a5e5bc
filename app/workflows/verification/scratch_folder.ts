import { mkdtemp, rm } from 'node:fs/promises'

/** A temporary host folder beside `dir` for what a run leaves behind, removed whatever happens. */
export async function withScratchFolder<T>(dir: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(`${dir}.output-`)
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
