import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PageHeader } from '~/components/page_header'
import { PictureField } from '~/features/accounts/picture_field'
import type { InertiaProps } from '~/types'

export default function SettingsProfile({ user }: InertiaProps) {
  if (!user) return null
  return (
    <>
      <Head title="Profile" />
      <PageHeader title="Profile" description="How you appear to the members of your teams." />
      <div className="grid max-w-2xl grid-cols-1 gap-6">
        <Card title="Picture">
          <PictureField user={user} />
        </Card>
        <Card title="Name">
          <Form route="profile.update" className="grid gap-4" options={{ preserveScroll: true }}>
            {({ errors, processing }) => (
              <>
                <Field label="Full name" error={errors.fullName} required>
                  <Input
                    name="fullName"
                    defaultValue={user.fullName}
                    autoComplete="name"
                    maxLength={120}
                    dir="auto"
                    required
                  />
                </Field>
                <div>
                  <Button type="submit" variant="primary" busy={processing}>
                    Save name
                  </Button>
                </div>
              </>
            )}
          </Form>
        </Card>
        <Card title="Email address">
          <p className="mb-4 flex flex-wrap items-center gap-2 wrap-anywhere">
            {user.email}
            {user.emailVerified ? <Badge tone="ok">Verified</Badge> : <Badge tone="warn">Not verified</Badge>}
          </p>
          <Form
            route="email_changes.store"
            className="grid gap-4"
            resetOnSuccess
            options={{ preserveScroll: true }}
          >
            {({ errors, processing }) => (
              <>
                <Field
                  label="New address"
                  hint="It counts once you have opened the link that is mailed to it. Your present address is told."
                  error={errors.email}
                  required
                >
                  <Input
                    name="email"
                    type="email"
                    autoComplete="email"
                    autoCapitalize="none"
                    maxLength={254}
                    required
                  />
                </Field>
                <div>
                  <Button type="submit" busy={processing}>
                    Change address
                  </Button>
                </div>
              </>
            )}
          </Form>
        </Card>
      </div>
    </>
  )
}
