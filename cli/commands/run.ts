import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import { getText, post } from '../api.ts'
import { follow } from '../follow.ts'
import { applyPatch, findProject } from '../repository.ts'

interface Options {
  project?: string
  detach?: boolean
  apply?: boolean
  logs?: boolean
  json?: boolean
}

export const runCommand = new Command('run')
  .description('start a task on this repository and watch it')
  .argument('<task>', 'what to do, in plain words')
  .option('-p, --project <name>', 'a project by name or id; else the one of this checkout')
  .option('-d, --detach', 'do not wait')
  .option('--apply', 'apply a verified change to this checkout')
  .option('--logs', 'print the logs of the steps, too')
  .option('--json', 'print events as JSON lines')
  .action(async (task: string, { project, detach, apply, logs, json }: Options) => {
    const { id: projectId } = await findProject(project)
    const key = { 'idempotency-key': randomUUID() }
    const workflow = await post<{ id: string; number: number }>('/api/workflows', { projectId, task }, key)
    if (!json) console.log(`#${workflow.number} ${workflow.id}`)
    if (detach) return
    const ended = await follow(workflow.id, { logs, json })
    if (!apply || ended?.outcome !== 'verified') return
    applyPatch(await getText(`/api/workflows/${workflow.id}/patch`))
    console.log('The change is in your working tree.')
  })
