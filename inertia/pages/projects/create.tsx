import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PageHeader } from '~/components/page_header'
import { PasswordInput } from '~/components/password_input'
import { RadioGroup } from '~/components/radio_group'
import { useSharedProps } from '~/hooks/use_shared_props'

const sources = [
  { value: 'git', label: 'A git URL', hint: 'Any repository that can be cloned with git.' },
  {
    value: 'sample',
    label: 'The bundled sample',
    hint: 'duration-kit, a small TypeScript library with tests and visible gaps. It gets a git remote of its own.',
  },
]

export default function ProjectsCreate() {
  const [source, setSource] = useState('git')
  return (
    <>
      <Head title="Add project" />
      <PageHeader
        title="Add project"
        breadcrumbs={[{ label: 'Projects', href: '/projects' }, { label: 'Add project' }]}
      />
      <Form route="projects.store" className="grid max-w-xl gap-5">
        {({ errors, processing }) => (
          <>
            <RadioGroup
              legend="Repository"
              name="source"
              options={sources}
              value={source}
              onValueChange={setSource}
            />
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
    </>
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
