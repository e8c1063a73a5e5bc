import { Banner } from '~/components/banner'
import type { FeedView } from '../live/workflow_feed'

/** Says so when the page may be behind. It goes by itself once it is not. */
export function LiveBanner({ line, history, state }: FeedView) {
  if (state.workflow.status === 'finished' && history === 'complete') return null
  if (line === 'off') {
    return (
      <Banner tone="warn" title="Live updates are off, reconnecting…">
        The workflow goes on. What is missing here is fetched as soon as the line is back.
      </Banner>
    )
  }
  if (history === 'failing') {
    return (
      <Banner tone="warn" title="The log could not be fetched, trying again…">
        The workflow is not affected. Nothing is lost: every line is stored.
      </Banner>
    )
  }
  return null
}
