import { Specimen } from './specimen'

const SWATCHES = [
  ['bg', 'bg-bg'],
  ['surface', 'bg-surface'],
  ['raised', 'bg-raised'],
  ['line', 'bg-line'],
  ['text', 'bg-text'],
  ['muted', 'bg-muted'],
  ['accent', 'bg-accent'],
  ['ok', 'bg-ok'],
  ['warn', 'bg-warn'],
  ['bad', 'bg-bad'],
  ['info', 'bg-info'],
  ['run', 'bg-run'],
] as const

export function Tokens() {
  return (
    <Specimen
      title="Colours and type"
      note="The only colours there are, under the same names in both themes."
    >
      <div className="grid w-full grid-cols-4 gap-2 sm:grid-cols-6">
        {SWATCHES.map(([name, ground]) => (
          <div key={name} className="text-xs">
            <span className={`block h-8 rounded-md border ${ground}`} />
            {name}
          </div>
        ))}
      </div>
      <div className="grid gap-1">
        <p className="text-2xl font-semibold">Title of a page, 28 px</p>
        <p className="text-xl font-semibold">Heading, 20 px</p>
        <p className="text-lg">Prose, 16 px: tests pass before and after the change.</p>
        <p>Interface, 14 px: tests pass before and after the change.</p>
        <p className="text-sm text-muted">Beside it, 13 px: tests pass before and after.</p>
        <p className="font-mono text-sm">mono, 13 px: const answer = 0O1lI !== '=&gt;'</p>
        <p className="tabular">1,111.11 tabular 8,888.88</p>
      </div>
    </Specimen>
  )
}
