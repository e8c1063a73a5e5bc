import { execFile } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { systemPath } from './environment.js'

export interface OutputPipes {
  stdout: Socket
  stderr: Socket
  /** For a child's `stdio`, in place of `'pipe'`. */
  writeEnds: [stdout: number, stderr: number]
  /** Call after the child has been started: the streams end when the last writer is gone. */
  closeWriteEnds(): void
}

/**
 * Real pipes: what Node calls a pipe is a socket, and a script that writes to /dev/stdout or /dev/stderr
 * fails on one. `folder` is out of the command's reach.
 */
export async function openOutputPipes(folder: string): Promise<OutputPipes> {
  const paths = ['stdout', 'stderr'].map((name) => join(folder, name))
  await promisify(execFile)('mkfifo', ['-m', '0666', '--', ...paths], { env: { PATH: systemPath } })
  const [stdout, stderr] = paths.map((path) => openPipe(path)) as [Pipe, Pipe]
  return {
    stdout: stdout.stream,
    stderr: stderr.stream,
    writeEnds: [stdout.writeEnd, stderr.writeEnd],
    closeWriteEnds() {
      closeSync(stdout.writeEnd)
      closeSync(stderr.writeEnd)
    },
  }
}

interface Pipe {
  stream: Socket
  writeEnd: number
}

/** The reading end comes first and without waiting: each end of a named pipe waits for the other. */
function openPipe(path: string): Pipe {
  const readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  const writeEnd = openSync(path, constants.O_WRONLY)
  return { stream: new Socket({ fd: readEnd, readable: true, writable: false }), writeEnd }
}
