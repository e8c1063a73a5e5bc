import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { Button } from '~/components/button'
import type { InertiaProps } from '~/types'

export default function VerifyEmail({ secret }: InertiaProps<{ secret: string }>) {
  return (
    <>
      <Head title="Verify your address" />
      <h1 className="text-xl font-semibold">Verify your address</h1>
      <p className="mt-1 text-muted">If you have not signed up yourself, close this page instead.</p>
      <Form route="email_verifications.update" routeParams={{ secret }} className="mt-5 grid">
        {({ processing }) => (
          <Button type="submit" variant="primary" size="lg" busy={processing}>
            Verify address
          </Button>
        )}
      </Form>
    </>
  )
}
