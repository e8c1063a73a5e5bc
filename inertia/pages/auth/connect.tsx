import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { Button } from '~/components/button'
import { TextLink } from '~/components/text_link'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ name: string; login: string }>

export default function Connect({ name, login, user }: Props) {
  return (
    <>
      <Head title={`Connect ${name}`} />
      <h1 className="text-xl font-semibold">Connect {name}?</h1>
      <p className="mt-1 text-muted wrap-anywhere">
        The {name} account <span className="font-medium text-text">{login}</span> could then sign in as{' '}
        {user?.email}. Only go on if it is yours.
      </p>
      <Form route="linked_identities.store" className="mt-5 grid">
        {({ processing }) => (
          <Button type="submit" variant="primary" size="lg" busy={processing}>
            Connect {name}
          </Button>
        )}
      </Form>
      <p className="mt-5 text-muted">
        <TextLink href="/dashboard">Not now</TextLink>
      </p>
    </>
  )
}
