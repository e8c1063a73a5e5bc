import { Command } from 'commander'
import { tame } from '../print.ts'
import { allProjects } from '../repository.ts'

export const projectsCommand = new Command('projects')
  .description('list the projects of the team')
  .option('--json', 'as JSON')
  .action(async ({ json }: { json?: boolean }) => {
    const projects = await allProjects()
    if (json) return console.log(JSON.stringify(projects, null, 2))
    for (const { id, name, remoteUrl } of projects) console.log(`${id}  ${tame(name)}  ${remoteUrl}`)
  })
