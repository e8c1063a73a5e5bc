import { cn } from '~/lib/cn'
import type { ViewerAddress } from '../viewer/address'
import { placeOf, type Version, type VersionedKind } from './versions'

interface VersionPickerProps {
  kind: VersionedKind
  versions: readonly Version[]
  chosen: Version | null
  onAddress: (change: Partial<ViewerAddress>) => void
}

/** Every attempt's result stays; the last one is what counts. */
export function VersionPicker({ kind, versions, chosen, onAddress }: VersionPickerProps) {
  if (versions.length < 2) return null
  const word = kind === 'plan' ? 'Version' : 'Attempt'
  const last = versions.at(-1)
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <fieldset aria-label={`${word}s`} className="flex flex-wrap items-center gap-1">
        <span className="mr-1 text-sm text-muted">{word}</span>
        {versions.map((version) => (
          <button
            key={version.artifact.id}
            type="button"
            aria-pressed={version === chosen}
            aria-label={`${word} ${version.number}`}
            onClick={() => onAddress(placeOf(kind, version))}
            className={cn(
              'tabular h-7 min-w-7 rounded-sm border bg-surface px-2 text-sm pointer-coarse:h-9 pointer-coarse:min-w-9',
              version === chosen ? 'border-accent text-text' : 'text-muted hover:text-text'
            )}
          >
            {version.number}
          </button>
        ))}
      </fieldset>
      {chosen && chosen !== last && (
        <p className="text-sm text-muted">
          {kind === 'plan'
            ? 'As it was before it was edited.'
            : 'An earlier attempt; the last is what counts.'}
        </p>
      )}
    </div>
  )
}
