import { Command } from 'commander'
import { allProjects } from '../repository.ts'

export const projectsCommand = new Command('projects')
  .description('list the projects of the team')
  .action(async () => {
    for (const { id, name, remoteUrl } of await allProjects()) console.log(`${id}  ${name}  ${remoteUrl}`)
  })
