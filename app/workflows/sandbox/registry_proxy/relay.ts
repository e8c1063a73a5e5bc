/**
 * Runs inside the sandbox, where loopback is the only network: listens there, hands every connection to
 * the proxy's socket, and runs the command beside it. Imports nothing but Node, so that it can be mounted alone.
 * Arguments: socket path, port, command…
 */
import { spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'
import { constants } from 'node:os'

const [socketPath, port, file, ...args] = process.argv.slice(2)

const server = createServer((client) => {
  const upstream = connect(socketPath as string)
  client.pipe(upstream).pipe(client)
  client.on('error', () => upstream.destroy())
  upstream.on('error', () => client.destroy())
})

server.listen(Number(port), '127.0.0.1', () => {
  const command = spawn(file as string, args, { stdio: 'inherit' })
  command.on('error', () => process.exit(127))
  command.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGKILL']))
})
