import { readFileSync, writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { getText, postText } from '../api.ts'
import { findProject } from '../repository.ts'

export const exportCommand = new Command('export')
  .description('write all that a workflow asked and was answered as one signed file')
  .argument('<workflow>', 'its id')
  .option('-o, --output <file>', 'else to stdout')
  .action(async (id: string, { output }: { output?: string }) => {
    const record = await getText(`/api/workflows/${id}/record`, 'application/jose')
    if (output) writeFileSync(output, record)
    else process.stdout.write(record)
  })

export const importCommand = new Command('import')
  .description('take in such a file as a finished workflow, to be replayed')
  .argument('<file>', '- for stdin')
  .option('-p, --project <name>', 'a project by name or id; else the one of this checkout')
  .action(async (file: string, { project }: { project?: string }) => {
    const { id: projectId } = await findProject(project)
    const record = readFileSync(file === '-' ? 0 : file, 'utf8')
    const made = await postText<{ id: string; number: number }>(
      `/api/workflows/records?${new URLSearchParams({ projectId })}`,
      record,
      'application/jose'
    )
    console.log(`#${made.number} ${made.id}`)
  })
