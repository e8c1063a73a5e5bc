import type { ReactNode } from 'react'
import { Button } from '~/components/button'
import { ErrorPanel } from '~/components/error_panel'
import { Loading, SkeletonRows } from '~/components/skeleton'
import { latestOf, type MapData } from '../use_map_data'

interface DataStateProps<T> {
  data: MapData<T>
  /** What is being loaded, read out. */
  label: string
  children: (value: T) => ReactNode
}

/** The answer once it is there; the one before it, dimmed, while the next is on its way. */
export function DataState<T>({ data, label, children }: DataStateProps<T>) {
  if (data.state === 'failed') {
    return (
      <ErrorPanel
        what={`${label} could not be read.`}
        why={data.why}
        actions={<Button onClick={data.retry}>Try again</Button>}
      />
    )
  }
  const value = latestOf(data)
  if (value === null) {
    return (
      <Loading label={`Loading: ${label}`}>
        <SkeletonRows rows={8} />
      </Loading>
    )
  }
  return <div className={data.state === 'loading' ? 'opacity-60' : undefined}>{children(value)}</div>
}
