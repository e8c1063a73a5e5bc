import { CircleCheck, CircleX, Clock, LoaderCircle } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Tone } from '~/lib/tone'
import { Avatar } from '../avatar'
import { Badge } from '../badge'
import { Breadcrumbs } from '../breadcrumbs'
import { Card } from '../card'
import { Code, CodeBlock } from '../code'
import { PageHeader } from '../page_header'
import { Pagination } from '../pagination'
import { StageStrip } from '../stage_strip'
import { Status } from '../status'
import { type Column, Table } from '../table'
import { TabPanel, Tabs } from '../tabs'
import { TextLink } from '../text_link'
import { Specimen } from './specimen'

const TONES: readonly Tone[] = ['neutral', 'accent', 'ok', 'warn', 'bad', 'info', 'run']
const DONE = { icon: CircleCheck, label: 'Done', tone: 'ok' } as const
const RUNNING = { icon: LoaderCircle, label: 'Running', tone: 'run' } as const
const WAITING = { icon: Clock, label: 'Waiting', tone: 'warn' } as const
const FAILED = { icon: CircleX, label: 'Failed', tone: 'bad' } as const

interface Row {
  name: string
  state: ReactNode
  took: string
}

const ROWS: readonly Row[] = [
  { name: 'Add a health endpoint', state: <Status {...RUNNING} live />, took: '12 s' },
  { name: 'اختبارات لوحدة الدفع', state: <Status {...DONE} />, took: '1 m 04 s' },
  {
    name: 'rename_the_function_with_a_name_of_fifty_characters',
    state: <Status {...FAILED} />,
    took: '840 ms',
  },
]

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'name',
    header: 'Task',
    primary: true,
    cell: (row) => (
      <TextLink href="/dev/ui" className="wrap-anywhere">
        {row.name}
      </TextLink>
    ),
  },
  { key: 'state', header: 'Status', cell: (row) => row.state },
  { key: 'took', header: 'Duration', align: 'end', cell: (row) => row.took },
]

export function DataDisplay() {
  return (
    <>
      <Specimen title="Status and badge">
        {[DONE, RUNNING, WAITING, FAILED].map((state) => (
          <div key={state.label} className="flex items-center gap-3">
            <Status {...state} live={state === RUNNING} />
            <Status {...state} look="pill" />
            <Status {...state} look="icon" />
          </div>
        ))}
        <div className="flex flex-wrap gap-2">
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </div>
        <Avatar initials="AL" name="Ada Lovelace" />
        <Avatar initials="GH" name="Grace Hopper" size="sm" />
      </Specimen>
      <Specimen title="Table, pagination" note="Below 640 px each row becomes a stack.">
        <Card flush className="w-full" title="Workflows">
          <Table caption="Workflows" columns={COLUMNS} rows={ROWS} rowKey={(row) => row.name} />
          <div className="border-t px-3">
            <Pagination
              page={2}
              perPage={20}
              total={1234}
              noun="workflows"
              hrefFor={(page) => `/dev/ui?page=${page}`}
            />
          </div>
        </Card>
      </Specimen>
      <Specimen title="Tabs, stage strip">
        <TabsSpecimen />
      </Specimen>
      <Specimen title="Page header, breadcrumbs, code">
        <div className="w-full">
          <PageHeader
            title="Add a health endpoint"
            description="Task 12 of checkout-service."
            breadcrumbs={[{ label: 'Projects', href: '/projects' }, { label: 'checkout-service' }]}
            meta={<Status {...DONE} look="pill" />}
          />
          <Breadcrumbs
            items={[{ label: 'One', href: '/' }, { label: 'A name that is long enough to be cut off here' }]}
          />
          <p className="my-3">
            Set <Code>OPENAI_API_KEY</Code> and start again.
          </p>
          <CodeBlock command label="Command">
            git fetch origin feature/ia-task-12 && git switch feature/ia-task-12 && npm test -- --coverage
          </CodeBlock>
        </div>
      </Specimen>
    </>
  )
}

function TabsSpecimen() {
  const [tab, setTab] = useState<'steps' | 'plan' | 'diff'>('steps')
  return (
    <Tabs
      label="Parts of the run"
      value={tab}
      onValueChange={setTab}
      className="w-full"
      tabs={[
        { value: 'steps', label: 'Steps' },
        { value: 'plan', label: 'Plan' },
        { value: 'diff', label: 'Diff', badge: <Badge>3</Badge> },
      ]}
    >
      <TabPanel value="steps">
        <StageStrip
          label="Steps"
          stages={[
            { ...DONE, name: 'Analyze', detail: '1.2 s' },
            { ...RUNNING, name: 'Plan', detail: '4 s' },
            { ...WAITING, name: 'Generate' },
            { ...FAILED, name: 'Test', detail: '12 s' },
          ]}
        />
      </TabPanel>
      <TabPanel value="plan">The plan.</TabPanel>
      <TabPanel value="diff">The diff.</TabPanel>
    </Tabs>
  )
}
