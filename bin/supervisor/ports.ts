import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
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

/** @throws Stop when somebody else still listens on the port after `patienceMs` */
export async function requireFreePort(port: number, host: string, variable: string, patienceMs = 0) {
  for (const deadline = Date.now() + patienceMs; ; await wait(100)) {
    const error = await tryPort(port, host).then(
      () => null,
      (reason: NodeJS.ErrnoException) => reason
    )
    if (!error) return
    if (error.code === 'EADDRINUSE' && Date.now() < deadline) continue
    throw new Stop(sentence(error, port, host, variable))
  }
}

function sentence(error: NodeJS.ErrnoException, port: number, host: string, variable: string) {
  const other = port < 65_535 ? port + 1 : 3333
  const choose = `choose another port: ${variable}=${other} npm start`
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is already in use. Stop the other program, or ${choose}`
    case 'EACCES':
      return `Port ${port} on ${host} may not be opened by this user. Start as one who may, or ${choose}`
    default:
      return `HOST must be an address of this machine such as 127.0.0.1 or 0.0.0.0, not "${host}" (${error.code}).`
  }
}

/** A port that is free now, preferring the given one: for servers that only this installation talks to. */
export async function freePort(preferred: number, host = '127.0.0.1') {
  return tryPort(preferred, host).catch(() => tryPort(0, host))
}
