import type { ReactNode } from 'react'
import { Button } from '~/components/button'
import { ErrorPanel } from '~/components/error_panel'
import { Loading, SkeletonText } from '~/components/skeleton'
import type { Artifact } from './use_artifact'

interface ArtifactStatesProps<T> {
  artifact: Artifact<T>
  /** What it is, in the middle of a sentence: "plan". */
  name: string
  /** Shown while there is none. */
  none: ReactNode
  skeleton?: ReactNode
  children: (value: T) => ReactNode
}

/** The four ways in which something fetched can stand: not there, coming, failed, there. */
export function ArtifactStates<T>({ artifact, name, none, skeleton, children }: ArtifactStatesProps<T>) {
  switch (artifact.state) {
    case 'none':
      return none
    case 'loading':
      return <Loading label={`The ${name} is loading`}>{skeleton ?? <SkeletonText lines={8} />}</Loading>
    case 'failed':
      return (
        <ErrorPanel
          what={`The ${name} could not be loaded`}
          why={artifact.why}
          todo="It is stored and safe; try again in a moment."
          actions={<Button onClick={artifact.retry}>Try again</Button>}
        />
      )
    case 'loaded':
      return children(artifact.value)
  }
}
