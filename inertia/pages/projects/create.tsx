import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { LinkButton } from '~/components/link_button'
import { PageHeader } from '~/components/page_header'
import { PasswordInput } from '~/components/password_input'
import { RadioGroup } from '~/components/radio_group'
import type { Connection } from '~/features/connections/host_words'
import { RepositoryPicker } from '~/features/projects/repository_picker'
import { useSharedProps } from '~/hooks/use_shared_props'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ connections: Connection[]; can: { connect: boolean } }>

const sources = [
  {
    value: 'connection',
    label: 'A repository on GitHub or GitLab',
    hint: 'Chosen from the accounts that are connected. Changes come back as pull or merge requests.',
  },
  { value: 'git', label: 'A git URL', hint: 'Any repository that can be cloned with git.' },
  {
    value: 'sample',
    label: 'The bundled sample',
    hint: 'duration-kit, a small TypeScript library with tests and visible gaps. It gets a git remote of its own.',
  },
]

export default function ProjectsCreate({ connections, can }: Props) {
  const [source, setSource] = useState(connections.length > 0 ? 'connection' : 'git')
  const choice = (
    <RadioGroup
      legend="Repository"
      name="source"
      options={sources}
      value={source}
      onValueChange={setSource}
    />
  )
  return (
    <>
      <Head title="Add project" />
      <PageHeader
        title="Add project"
        breadcrumbs={[{ label: 'Projects', href: '/projects' }, { label: 'Add project' }]}
      />
      {source === 'connection' ? (
        <div className="grid max-w-3xl gap-5">
          {choice}
          {connections.length > 0 ? (
            <RepositoryPicker connections={connections} />
          ) : (
            <NothingConnected mayConnect={can.connect} />
          )}
        </div>
      ) : (
        <Form route="projects.store" className="grid max-w-xl gap-5">
          {({ errors, processing }) => (
            <>
              {choice}
              {source === 'git' && <GitFields errors={errors as Record<string, string>} />}
              <Field
                label="Name"
                error={errors.name}
                optional
                hint="Taken from the repository when left empty."
              >
                <Input name="name" maxLength={80} dir="auto" />
              </Field>
              <div>
                <Button type="submit" variant="primary" busy={processing}>
                  {processing ? 'Looking at the repository …' : 'Add project'}
                </Button>
              </div>
            </>
          )}
        </Form>
      )}
    </>
  )
}

function NothingConnected({ mayConnect }: { mayConnect: boolean }) {
  return (
    <div className="grid justify-items-start gap-3 rounded-lg border bg-surface p-4">
      <p className="text-pretty">
        No account is connected yet. {mayConnect ? '' : 'Ask somebody of the team who may connect one.'}
      </p>
      {mayConnect && (
        <LinkButton href="/settings/connections" variant="primary">
          Connect GitHub or GitLab
        </LinkButton>
      )}
    </div>
  )
}

function GitFields({ errors }: { errors: Record<string, string> }) {
  const { system } = useSharedProps()
  const kinds = system.embedded ? 'https, ssh, or a path on this machine.' : 'https or ssh.'
  return (
    <>
      <Field label="Git URL" error={errors.url} hint={kinds} required>
        <Input
          name="url"
          mono
          placeholder="https://github.com/acme/shop.git"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          required
        />
      </Field>
      <Field
        label="Access token"
        error={errors.token}
        optional
        hint="For a private https repository. It needs the right to read the code and to push a branch; it is stored encrypted and never shown again."
      >
        <PasswordInput name="token" autoComplete="off" maxLength={4000} />
      </Field>
    </>
  )
}
