import { Search } from 'lucide-react'
import { useId, useState } from 'react'
import { Checkbox } from '../checkbox'
import { Combobox } from '../combobox'
import { Field } from '../field'
import { Input } from '../input'
import { PasswordInput } from '../password_input'
import { RadioGroup } from '../radio_group'
import { Select } from '../select'
import { Switch } from '../switch'
import { Textarea } from '../textarea'
import { Specimen } from './specimen'

const BRANCHES = [
  'main',
  'develop',
  'release/2.4',
  'feature/very-long-branch-name-that-has-fifty-characters-x',
].map((value) => ({ value, label: value }))

export function Forms() {
  return (
    <>
      <Specimen title="Field and input">
        <div className="grid w-full gap-4 sm:grid-cols-2">
          <Field label="Name" hint="Shown in lists.">
            <Input defaultValue="checkout-service" />
          </Field>
          <Field label="Git URL" error="Port 22 of this host did not answer. Check the address or use https.">
            <Input mono defaultValue="ssh://git@example.com/shop.git" />
          </Field>
          <Field label="Search" optional>
            <Input icon={<Search aria-hidden="true" />} placeholder="Search projects" />
          </Field>
          <Field label="Password">
            <PasswordInput autoComplete="current-password" defaultValue="correct horse" />
          </Field>
          <Field label="Disabled">
            <Input disabled defaultValue="cannot be changed" />
          </Field>
          <Field label="Read-only">
            <Input readOnly mono defaultValue="a1b2c3d" />
          </Field>
          <Field label="Task" hint="Plain words." className="sm:col-span-2">
            <Textarea placeholder="Add a health endpoint" />
          </Field>
        </div>
      </Specimen>
      <Specimen title="Select and combobox">
        <Choosing />
      </Specimen>
      <Specimen title="Checkbox, switch, radio group">
        <Ticking />
      </Specimen>
    </>
  )
}

function Choosing() {
  const [branch, setBranch] = useState('main')
  return (
    <div className="grid w-full gap-4 sm:grid-cols-2">
      <Field label="Status">
        <Select
          defaultValue=""
          placeholder="Any"
          options={[
            { value: 'running', label: 'Running' },
            { value: 'finished', label: 'Finished' },
          ]}
        />
      </Field>
      <Field label="Outcome" error="Choose an outcome.">
        <Select defaultValue="" placeholder="Choose" options={[{ value: 'verified', label: 'Verified' }]} />
      </Field>
      <Field label="Branch" hint={`Chosen: ${branch}`}>
        <Combobox options={BRANCHES} value={branch} onValueChange={setBranch} />
      </Field>
      <Field label="Branch (disabled)">
        <Combobox options={BRANCHES} value="main" onValueChange={setBranch} disabled />
      </Field>
    </div>
  )
}

function Ticking() {
  const group = useId()
  return (
    <div className="grid w-full gap-5 sm:grid-cols-2">
      <div className="grid content-start gap-3">
        <Checkbox
          label="Wait for my approval of the plan"
          hint="The run pauses after the plan."
          defaultChecked
        />
        <Checkbox label="Not ticked" />
        <Checkbox label="Disabled" disabled defaultChecked />
        <Switch label="Follow the log" defaultChecked />
        <Switch label="Off" hint="Takes effect at once." />
        <Switch label="Disabled" disabled />
      </div>
      <RadioGroup
        legend="Access"
        name={group}
        defaultValue="https"
        error="Choose how to reach the repository."
        options={[
          { value: 'https', label: 'https', hint: 'With a token where the repository is private.' },
          { value: 'ssh', label: 'ssh' },
          { value: 'path', label: 'Local path', disabled: true },
        ]}
      />
    </div>
  )
}
