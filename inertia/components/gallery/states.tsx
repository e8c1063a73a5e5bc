import { FolderGit2 } from 'lucide-react'
import { Banner } from '../banner'
import { Button } from '../button'
import { Card } from '../card'
import { EmptyState } from '../empty_state'
import { ErrorPanel } from '../error_panel'
import { Loading, Skeleton, SkeletonRows, SkeletonText } from '../skeleton'
import { Specimen } from './specimen'

export function States() {
  return (
    <>
      <Specimen title="Banner">
        <div className="grid w-full gap-3">
          <Banner
            tone="info"
            title="The plan waits for your approval"
            action={<Button size="sm">Open plan</Button>}
          />
          <Banner tone="warn" title="Dependencies were not installed">
            The project vendors none and installing is switched off. Tests may fail for that reason alone.
          </Banner>
          <Banner tone="bad" title="The sandbox is off">
            Code from repositories runs with the rights of the worker.
          </Banner>
        </div>
      </Specimen>
      <Specimen title="Error panel">
        <ErrorPanel
          className="w-full"
          what="The branch was not pushed"
          why="The remote refused: feature/ia-task-12 is protected."
          todo="Allow pushes to feature/ia-task-*, then publish again. The patch is kept and can be downloaded."
          id="req_01jd3k9x8m"
          actions={<Button variant="primary">Publish again</Button>}
        />
      </Specimen>
      <Specimen title="Empty state, skeleton">
        <Card className="w-full">
          <EmptyState
            icon={FolderGit2}
            title="No projects yet"
            action={<Button variant="primary">Add project</Button>}
          >
            A project is one git repository. Add one by its URL, or start with the sample repository.
          </EmptyState>
        </Card>
        <Loading label="Loading workflows">
          <Card flush className="w-80 max-w-full">
            <SkeletonRows rows={3} />
          </Card>
        </Loading>
        <div className="grid w-40 gap-3">
          <Skeleton className="h-8" />
          <SkeletonText />
        </div>
      </Specimen>
    </>
  )
}
