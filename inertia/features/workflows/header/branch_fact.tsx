import { GitBranch, Terminal } from 'lucide-react'
import { Button } from '~/components/button'
import { Code, CodeBlock } from '~/components/code'
import { CopyButton } from '~/components/copy_button'
import { Popover } from '~/components/popover'
import type { Workflow } from '../server_types'
import { gitFetchCommand } from './git_fetch'

export function BranchFact({ workflow }: { workflow: Workflow }) {
  const { branch, pushedCommit, remoteUrl, status } = workflow
  if (!pushedCommit && status !== 'finished') return <span className="text-muted">not yet pushed</span>
  if (!branch) return <span className="text-muted">none was pushed</span>
  if (!pushedCommit) return <span className="text-muted">{branch} could not be pushed</span>
  const command = gitFetchCommand(remoteUrl, branch)
  return (
    <>
      <span className="flex min-w-0 items-center gap-1.5">
        <GitBranch aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <code dir="ltr" className="font-mono text-sm wrap-anywhere">
          {branch}
        </code>
      </span>
      <CopyButton text={branch} label="Copy branch name" />
      <Popover
        label="Fetch this branch"
        className="w-[32rem]"
        trigger={
          <Button variant="ghost" size="sm" icon={<Terminal aria-hidden="true" />}>
            Fetch
          </Button>
        }
      >
        <p className="mb-2 text-sm text-muted">
          In a clone of the repository. The branch is at <Code>{pushedCommit.slice(0, 12)}</Code>.
        </p>
        <CodeBlock label="Command" command className="[&_pre]:whitespace-pre-wrap [&_pre]:wrap-anywhere">
          {command}
        </CodeBlock>
      </Popover>
    </>
  )
}
