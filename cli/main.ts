import { Command } from 'commander'
import { applyCommand } from './commands/apply.ts'
import { cancelCommand } from './commands/cancel.ts'
import { diffCommand } from './commands/diff.ts'
import { listCommand } from './commands/list.ts'
import { loginCommand } from './commands/login.ts'
import { logoutCommand } from './commands/logout.ts'
import { logsCommand } from './commands/logs.ts'
import { mcpCommand } from './commands/mcp.ts'
import { projectsCommand } from './commands/projects.ts'
import { runCommand } from './commands/run.ts'
import { sayCommand } from './commands/say.ts'
import { watchCommand } from './commands/watch.ts'
import { CliError } from './error.ts'

const program = new Command('agentops')
  .description(
    'Tasks on repositories, proven by their own tests. Sign in first: agentops login --url https://…'
  )
  .showHelpAfterError()

for (const command of [
  loginCommand,
  logoutCommand,
  projectsCommand,
  runCommand,
  listCommand,
  watchCommand,
  logsCommand,
  diffCommand,
  applyCommand,
  sayCommand,
  cancelCommand,
  mcpCommand,
]) {
  program.addCommand(command)
}

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CliError)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
