import { execFile } from 'node:child_process'
import { lstat, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { SandboxError, type SandboxRun } from './contract.js'
import { inside, systemPath } from './environment.js'

const run = promisify(execFile)
const command = (file: string, args: string[]) => run(file, args, { env: { PATH: systemPath, LC_ALL: 'C' } })

const unusableFolders = '-type d ! -perm -u=rwx -exec chmod u+rwx -- {} ;'.split(' ')
/** Reading a planted pipe would hang the reader, opening a planted socket or device does worse. */
const specialFiles = '( -type p -o -type s -o -type b -o -type c ) -exec rm -f -- {} +'.split(' ')

/**
 * The writable folders of one run: the caller's, and a scratch folder beside the workspace for /tmp, /home
 * and /dev/shm. They are lent to `uid` for the run when one is given, and come back as the caller's own.
 */
export class WorkspaceLease {
  private constructor(
    readonly scratch: string,
    private readonly lent: string[],
    private readonly uid: number | null
  ) {}

  static async take(sandboxRun: SandboxRun, uid: number | null): Promise<WorkspaceLease> {
    const inHome = (sandboxRun.readOnlyMounts ?? []).map(({ to }) => relative(inside.home, to))
    const lent = [sandboxRun.workdir, ...(sandboxRun.outputDir ? [sandboxRun.outputDir] : [])]
    for (const folder of lent) await assertFolder(folder)
    await assertNoRepository(sandboxRun.workdir)
    const scratch = await mkdtemp(`${sandboxRun.workdir}.sandbox-`)
    const own = ['tmp', 'home', 'shm'].map((name) => join(scratch, name))
    await Promise.all(own.map((folder) => mkdir(folder, { mode: 0o700 })))
    // A mount point bubblewrap has to make itself would belong to nobody, its parents too.
    for (const path of inHome) {
      if (!path.startsWith('..')) await mkdir(join(scratch, 'home', dirname(path)), { recursive: true })
    }
    if (uid !== null) await command('chown', ['-hR', `${uid}:${uid}`, '--', ...lent, ...own])
    return new WorkspaceLease(scratch, lent, uid)
  }

  get tmp() {
    return join(this.scratch, 'tmp')
  }
  get home() {
    return join(this.scratch, 'home')
  }
  get shm() {
    return join(this.scratch, 'shm')
  }

  /** Everything the command can write to, on the host. */
  get writable(): string[] {
    return [...this.lent, this.tmp, this.home, this.shm]
  }

  /** Writes a file the command may read, outside its writable folders; answers its host path. */
  async provide(name: string, content: string): Promise<string> {
    const path = join(this.scratch, name)
    await writeFile(path, content, { mode: 0o644 })
    return path
  }

  /** Call when nothing of the run is alive. */
  async giveBack() {
    await command('find', [...this.writable, '-xdev', ...unusableFolders, ',', ...specialFiles])
    if (this.uid !== null) {
      const owner = `${process.getuid?.()}:${process.getgid?.()}`
      await command('chown', ['-hR', owner, '--', ...this.lent])
    }
    await command('rm', ['-rf', '--', this.scratch])
  }
}

async function assertFolder(folder: string) {
  const entry = isAbsolute(folder) ? await lstat(folder).catch(() => null) : null
  if (!entry?.isDirectory()) throw new SandboxError(`The sandbox needs an existing folder, not ${folder}`)
}

/** A `.git` the command has written could carry hooks and filters to whoever runs git there next. */
async function assertNoRepository(workdir: string) {
  const git = await lstat(join(workdir, '.git')).catch(() => null)
  if (git) throw new SandboxError(`The sandbox takes a copy without .git, and ${workdir} has one`)
}
