import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultLimits, type Sandbox } from './contract.js'

/** Runs `true` for real; answers null when it worked, else why not. */
export async function probe(sandbox: Sandbox): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'agentops-probe-'))
  const workdir = join(folder, 'workspace')
  try {
    await mkdir(workdir)
    const limits = { ...defaultLimits, wallMs: 15_000 }
    let said = ''
    const result = await sandbox.run(
      { workdir, argv: ['true'], limits, network: { kind: 'none' } },
      { onOutput: ({ text }) => (said += text) }
    )
    if (result.exitCode === 0) return null
    return result.stoppedBy?.sentence ?? (said.trim() || `"true" ended with exit code ${result.exitCode}`)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
