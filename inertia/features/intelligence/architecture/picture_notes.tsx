import { count } from '../kinds'
import { latestOf } from '../use_map_data'
import type { Pictured } from './use_picture'

const MISSING: Record<string, string> = {
  coverage: 'No verdict of this project has measured coverage yet; run a workflow.',
  churn: 'The repository’s host gave no history.',
  edits: 'This workflow has changed nothing.',
}

/** What the picture leaves out, and why an overlay says nothing. */
export function PictureNotes({ pictured, overlay }: { pictured: Pictured; overlay: string }) {
  const view = pictured.view.state === 'none' ? null : latestOf(pictured.view)
  if (!view) return null
  const notes = [
    view.overlayMissing ? (MISSING[overlay] ?? null) : null,
    view.full ? 'Not everything you opened is shown: close something first.' : null,
    view.edgesLeft > 0 ? `${count(view.edgesLeft, 'lighter line')} not drawn.` : null,
  ].filter(Boolean)
  if (notes.length === 0) return null
  return (
    <p role="status" className="mb-2 text-sm text-muted">
      {notes.join(' ')}
    </p>
  )
}
