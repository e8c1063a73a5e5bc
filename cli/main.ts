import { Command } from 'commander'
import { applyCommand } from './commands/apply.ts'
import { cancelCommand } from './commands/cancel.ts'
import { compareCommand } from './commands/compare.ts'
import { diffCommand } from './commands/diff.ts'
import { exchangesCommand } from './commands/exchanges.ts'
import { listCommand } from './commands/list.ts'
import { loginCommand } from './commands/login.ts'
import { logoutCommand } from './commands/logout.ts'
import { logsCommand } from './commands/logs.ts'
import { mcpCommand } from './commands/mcp.ts'
import { projectsCommand } from './commands/projects.ts'
import { questionCommand } from './commands/question.ts'
import { exportCommand, importCommand } from './commands/record.ts'
import { replayCommand } from './commands/replay.ts'
import { runCommand } from './commands/run.ts'
import { sayCommand } from './commands/say.ts'
import { verdictCommand } from './commands/verdict.ts'
import { watchCommand } from './commands/watch.ts'
import { CliError } from './error.ts'

const program = new Command('agentops')
  .description(
    'Tasks on repositories, proven by their own tests. Sign in first: agentops login --url https://…'
  )
  .showHelpAfterError()
  .addHelpText(
    'after',
    `
Exit codes of run, watch and replay: 0 verified, 2 unverified, 3 refused, 4 stuck, 5 over budget, 6 cancelled,
130 no longer watched, 1 anything else. In a pipeline set AGENTOPS_URL and AGENTOPS_TOKEN instead of signing in.`
  )

// Whoever reads may have seen enough: agentops list | head
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

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
  verdictCommand,
  exchangesCommand,
  questionCommand,
  replayCommand,
  compareCommand,
  exportCommand,
  importCommand,
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
