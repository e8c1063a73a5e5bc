import { createServer } from 'node:net'
import { Stop } from './stop.ts'

function tryPort(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

/** @throws Stop when somebody else listens on the port */
export async function requireFreePort(port: number, host: string, variable: string) {
  try {
    await tryPort(port, host)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? 'is already in use' : `cannot be opened (${(error as Error).message})`
    throw new Stop(`Port ${port} on ${host} ${reason}. Stop the other program, or choose another port: ${variable}=${port + 1} npm start`)
  }
}

/** A port that is free now, preferring the given one: for servers that only this installation talks to. */
export async function freePort(preferred: number, host = '127.0.0.1') {
  return tryPort(preferred, host).catch(() => tryPort(0, host))
}
