import { Banner } from '~/components/banner'
import { Code } from '~/components/code'
import { type Column, Table } from '~/components/table'
import type { Go } from '../address'
import { count } from '../kinds'
import type { RulesAnswer } from '../server_types'
import { mapUrl, useMapData } from '../use_map_data'
import { DataState } from './data_state'
import { NodeLink } from './node_link'
import type { ViewProps } from './view_props'

/** What breaks the repository's own rules, and files that import each other in rings. */
export default function RulesView({ projectId, mapId, go }: ViewProps) {
  const found = useMapData<RulesAnswer>(mapUrl(projectId, 'rules', mapId))
  return (
    <DataState data={found} label="The rules">
      {(answer) => (
        <div className="grid gap-8">
          {answer.problems.length > 0 && (
            <Banner tone="bad" title="The rules in .agentops.yml cannot be read">
              {answer.problems.map(({ line, column, message }) => (
                <p key={`${line}:${column}`} className="font-mono text-sm">
                  .agentops.yml:{line}:{column} {message}
                </p>
              ))}
            </Banner>
          )}
          <Violations answer={answer} go={go} />
          <Cycles answer={answer} go={go} />
          {answer.layers.length > 0 && <Layers layers={answer.layers} />}
        </div>
      )}
    </DataState>
  )
}

type Violation = RulesAnswer['violations'][number]

const violationColumns = (go: Go): Column<Violation>[] => [
  {
    key: 'from',
    header: 'File',
    primary: true,
    cell: ({ from, line }) => (
      <NodeLink node={{ ...from, line }} go={go} mono>
        {`${from.path}:${line}`}
      </NodeLink>
    ),
  },
  { key: 'to', header: 'Imports', cell: ({ to }) => <NodeLink node={to} go={go} mono /> },
  { key: 'rule', header: 'Rule', cell: ({ rule }) => rule },
  { key: 'ruleLine', header: 'Line in .agentops.yml', align: 'end', cell: ({ ruleLine }) => ruleLine },
]

function Violations({ answer, go }: { answer: RulesAnswer; go: Go }) {
  const { violations, violationsTotal, layers } = answer
  return (
    <section>
      <h2 className="mb-1 font-semibold">Against the rules</h2>
      {violationsTotal === 0 ? (
        <p className="text-muted">
          {layers.length > 0 ? (
            'No import breaks a rule.'
          ) : (
            <>
              The repository names no rules. Put <Code>architecture:</Code> into its{' '}
              <Code>.agentops.yml</Code> to have layers and forbidden imports checked.
            </>
          )}
        </p>
      ) : (
        <>
          <p className="tabular mb-2 text-sm text-muted">
            {count(violationsTotal, 'import')}
            {violations.length < violationsTotal && `, the first ${violations.length} of them`}.
          </p>
          <Table
            caption="Imports against the rules"
            columns={violationColumns(go)}
            rows={violations}
            rowKey={({ from, to, rule }) => `${from.id} ${to.id} ${rule}`}
          />
        </>
      )}
    </section>
  )
}

function Cycles({ answer, go }: { answer: RulesAnswer; go: Go }) {
  const { cycles, cyclesTotal, cyclesForbidden } = answer
  return (
    <section>
      <h2 className="mb-1 font-semibold">Import cycles</h2>
      <p className="mb-2 text-sm text-muted">
        {cyclesTotal === 0 ? 'No files import each other in a ring' : count(cyclesTotal, 'ring')}
        {cyclesForbidden ? '; the repository forbids them.' : '.'} Type-only and lazy imports are not counted.
      </p>
      <ol className="grid gap-2">
        {cycles.map(({ way, members }) => (
          <li key={way.map(({ id }) => id).join(' ')} className="rounded-md border bg-surface px-3 py-2">
            <p className="flex flex-wrap items-baseline gap-x-1.5 gap-y-0.5">
              {way.map((node) => (
                <span key={node.id} className="flex items-baseline gap-1.5">
                  <NodeLink node={node} go={go} mono />
                  <span aria-hidden="true" className="text-muted">
                    →
                  </span>
                </span>
              ))}
              <span className="text-sm text-muted">back to the first</span>
            </p>
            {members > way.length && (
              <p className="text-xs text-muted">
                {count(members, 'file')} are tied together by it and others.
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

const layerColumns: Column<RulesAnswer['layers'][number]>[] = [
  { key: 'name', header: 'Layer', primary: true, cell: ({ name }) => name },
  { key: 'files', header: 'Files', align: 'end', cell: ({ files }) => files.toLocaleString('en') },
  {
    key: 'uses',
    header: 'May use',
    cell: ({ mayUse }) => (mayUse === null ? 'any layer' : mayUse.join(', ') || 'none'),
  },
]

const Layers = ({ layers }: Pick<RulesAnswer, 'layers'>) => (
  <section>
    <h2 className="mb-1 font-semibold">Layers</h2>
    <Table caption="Layers" columns={layerColumns} rows={layers} rowKey={({ name }) => name} />
  </section>
)
