import { Crosshair } from 'lucide-react'
import { CopyButton } from '~/components/copy_button'
import { EmptyState } from '~/components/empty_state'
import { Field } from '~/components/field'
import { Select } from '~/components/select'
import { Stat, StatGroup } from '~/components/stat'
import type { Go } from '../address'
import { count } from '../kinds'
import type { ImpactAnswer } from '../server_types'
import { mapUrl, useMapData } from '../use_map_data'
import { CountsLine } from './counts_line'
import { DataState } from './data_state'
import { NodeLink } from './node_link'
import type { ViewProps } from './view_props'

/** What a workflow's change reaches, and which tests tell whether it still works. */
export default function ImpactView({ projectId, mapId, address, go, edits }: ViewProps) {
  const workflow = address.workflow ?? edits[0]?.id ?? null
  const found = useMapData<ImpactAnswer>(workflow ? mapUrl(projectId, 'impact', mapId, { workflow }) : null)
  if (!workflow) {
    return (
      <EmptyState icon={Crosshair} title="No change to look at yet">
        Once a workflow has changed something, this shows what the change reaches and which tests to run.
      </EmptyState>
    )
  }
  return (
    <>
      <Field label="Change of workflow" className="mb-4 max-w-md">
        <Select
          value={workflow}
          options={edits.map(({ id, number, task }) => ({ value: id, label: `#${number} ${task}` }))}
          onChange={({ target }) => go({ workflow: target.value })}
        />
      </Field>
      <DataState data={found} label="The impact">
        {(answer) => <Impact answer={answer} go={go} />}
      </DataState>
    </>
  )
}

function Impact({ answer, go }: { answer: ImpactAnswer; go: Go }) {
  const { changed, affected, affectedTotal, tests, routes, unknown, unresolved } = answer
  const paths = tests.map(({ path }) => path)
  return (
    <div className="grid gap-6">
      <div>
        <StatGroup className="mb-3">
          <Stat label="Changed" value={count(changed.length, 'symbol')} />
          <Stat label="Affected" value={count(affectedTotal, 'symbol')} />
          <Stat label="Tests to run" value={count(tests.length, 'file')} />
          <Stat label="Routes" value={routes.length} detail="whose answer may change" />
        </StatGroup>
        <CountsLine unresolved={unresolved} meaning="each carries a changed name and may be one more user">
          {unknown.length > 0 && `${count(unknown.length, 'path')} not on the map, such as new files.`}
        </CountsLine>
      </div>
      <section>
        <h2 className="mb-1 flex items-center gap-2 font-semibold">
          Tests to run {paths.length > 0 && <CopyButton text={paths.join('\n')} label="Copy their paths" />}
        </h2>
        {tests.length === 0 && (
          <p className="text-muted">No test that reaches the change could be told from the code.</p>
        )}
        <ul>
          {tests.map(({ path, depth, titles }) => (
            <li key={path} className="border-b py-1.5 last:border-b-0">
              <span className="flex justify-between gap-3">
                <NodeLink node={{ id: path, name: path, path, line: 1 }} go={go} mono />
                <span className="tabular shrink-0 text-sm text-muted">{count(depth, 'step')} away</span>
              </span>
              {titles.length > 0 && (
                <span className="text-sm text-muted">{titles.slice(0, 6).join(' · ')}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <div className="grid gap-6 lg:grid-cols-2">
        <Refs title="Changed" refs={changed} go={go} />
        <Refs title="Affected" refs={affected} go={go} />
      </div>
      {routes.length > 0 && <Refs title="Routes" refs={routes} go={go} />}
    </div>
  )
}

type Ref = ImpactAnswer['changed'][number] & { depth?: number }

function Refs({ title, refs, go }: { title: string; refs: readonly Ref[]; go: Go }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-1 font-semibold">{title}</h2>
      {refs.length === 0 && <p className="text-muted">None.</p>}
      <ul className="max-h-96 overflow-y-auto">
        {refs.map((ref) => (
          <li key={ref.id} className="flex justify-between gap-3 py-0.5">
            <NodeLink node={ref} go={go} mono />
            <span className="tabular shrink-0 text-xs text-muted">
              {ref.path.slice(ref.path.lastIndexOf('/') + 1)}:{ref.line}
              {ref.depth !== undefined && ` · ${count(ref.depth, 'step')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
