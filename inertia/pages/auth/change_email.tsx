import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { Button } from '~/components/button'
import type { InertiaProps } from '~/types'

export default function ChangeEmail({ secret }: InertiaProps<{ secret: string }>) {
  return (
    <>
      <Head title="Confirm your new address" />
      <h1 className="text-xl font-semibold">Confirm your new address</h1>
      <p className="mt-1 text-muted">From then on you sign in with it, and mails go to it.</p>
      <Form route="email_changes.update" routeParams={{ secret }} className="mt-5 grid">
        {({ processing }) => (
          <Button type="submit" variant="primary" size="lg" busy={processing}>
            Confirm address
          </Button>
        )}
      </Form>
    </>
  )
}
