import { Form } from '@adonisjs/inertia/react'
import { Head, router } from '@inertiajs/react'
import { Button } from '~/components/button'
import { TextLink } from '~/components/text_link'
import { LegalLine } from '~/features/accounts/legal_line'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ version: string; again: boolean }>

export default function Consent({ version, again }: Props) {
  const title = again ? 'The terms have changed' : 'Before you go on'
  return (
    <>
      <Head title={title} />
      <h1 className="text-xl font-semibold">{title}</h1>
      <p className="mt-1 text-muted">
        {again ? 'You accepted an earlier version. ' : ''}This is asked once. You then come back to where you
        were going.
      </p>
      <Form route="consents.store" className="mt-5 grid gap-4">
        {({ errors, processing }) => (
          <>
            <LegalLine version={version} act="going on" error={errors.terms} />
            <Button type="submit" variant="primary" size="lg" busy={processing}>
              Accept and go on
            </Button>
          </>
        )}
      </Form>
      <div className="mt-5 grid gap-2 border-t pt-4 text-sm text-muted">
        <p>
          If you do not agree, you can{' '}
          <TextLink href="/settings/privacy">take your data and delete your account</TextLink>, or sign out
          and decide later.
        </p>
        <div>
          <Button size="sm" onClick={() => router.post('/logout')}>
            Sign out
          </Button>
        </div>
      </div>
    </>
  )
}
