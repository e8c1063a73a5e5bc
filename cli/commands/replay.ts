import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { post } from '../api.ts'
import { CliError } from '../error.ts'
import { partsOf, questionAt, readParts } from '../exchanges.ts'
import { follow } from '../follow.ts'

interface Options {
  from?: string
  question?: string
  model?: string
  say?: string
  detach?: boolean
  json?: boolean
}

export const replayCommand = new Command('replay')
  .description('do a finished workflow again: as it was, or another way from one question on')
  .argument('<workflow>', 'its id')
  .option('--from <turn>', 'the question from which models are asked anew; before it nothing costs')
  .option('--question <file>', 'ask there what the file holds: agentops question prints it; - for stdin')
  .option('--model <name>', 'ask this model from there on')
  .option('--say <text>', 'say this to the model there')
  .option('-d, --detach', 'do not wait')
  .option('--json', 'print events as JSON lines')
  .action(async (id: string, { from, question, model, say, detach, json }: Options) => {
    if (!from && (question || model || say))
      throw new CliError('From which question? agentops replay --from <turn>')
    const exchangeId = from ? await questionAt(id, Number(from)) : null
    const parts =
      exchangeId && question
        ? readParts(readFileSync(question === '-' ? 0 : question, 'utf8'), await partsOf(id, exchangeId))
        : []
    const body = { exchangeId, parts, model: model ?? null, message: say ?? null }
    const key = { 'idempotency-key': randomUUID() }
    const made = await post<{ id: string; number: number }>(`/api/workflows/${id}/replays`, body, key)
    if (!json) console.log(`#${made.number} ${made.id}`)
    else if (detach) console.log(JSON.stringify(made))
    if (!detach) await follow(made.id, { json })
  })
