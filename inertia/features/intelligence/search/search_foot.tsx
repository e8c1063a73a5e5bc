import type { SymbolAnswer } from '../server_types'

const ENGINES = {
  names: 'names',
  text: 'words (full text)',
  trigrams: 'spelling (trigrams)',
  meaning: 'meaning (vectors)',
}

const WITHOUT: Record<SymbolAnswer['meaning']['state'], string> = {
  unavailable: 'Not by meaning: the database has no pgvector.',
  off: 'Not by meaning: it is turned off.',
  making: 'Not by meaning yet: its vectors are being made.',
  ready: '',
  used: '',
  failed: 'Not by meaning:',
}

interface SearchFootProps {
  answer: SymbolAnswer | null
  failed: string | null
  onMeaning: () => void
}

/** What was searched, and what not, with the way to change that. */
export function SearchFoot({ answer, failed, onMeaning }: SearchFootProps) {
  if (failed) return <p className="border-t px-3 py-2 text-sm text-bad">{failed}</p>
  if (!answer) return <p className="px-3 py-2 text-sm text-muted">Searching…</p>
  const { hits, engines, meaning } = answer
  const without = WITHOUT[meaning.state]
  return (
    <div className="border-t px-3 py-1.5 text-xs text-muted">
      <p role="status">
        {hits.length === 0 ? 'Nothing is called that, and nothing is said of it. ' : ''}
        Searched by {engines.map((engine) => ENGINES[engine]).join(', ')}.
      </p>
      {without && (
        <p className="wrap-anywhere">
          {without} {meaning.problem}{' '}
          <button
            type="button"
            onMouseDown={(event) => event.preventDefault()}
            onClick={onMeaning}
            className="text-accent underline-offset-2 hover:underline"
          >
            {meaning.state === 'off' ? 'What it takes' : 'More'}
          </button>
        </p>
      )}
    </div>
  )
}
