import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PageHeader } from '~/components/page_header'
import { TextLink } from '~/components/text_link'
import { SecondFactorDemand } from '~/features/teams/second_factor_demand'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  name: string
  secondFactorRequired: boolean
  can: { rename: boolean; requireSecondFactor: boolean }
}>

export default function TeamSettings({ name, secondFactorRequired, can }: Props) {
  return (
    <>
      <Head title="Team" />
      <PageHeader
        title="Team"
        description={
          <>
            What everybody in it shares. <TextLink href="/teams">Your other teams</TextLink>
          </>
        }
      />
      <Card title="Name" className="max-w-xl">
        {can.rename ? (
          <Form route="teams.update" className="grid gap-4">
            {({ errors, processing }) => (
              <>
                <Field label="Name" error={errors.name} required>
                  <Input name="name" key={name} defaultValue={name} maxLength={80} dir="auto" required />
                </Field>
                <div>
                  <Button type="submit" variant="primary" busy={processing}>
                    Save name
                  </Button>
                </div>
              </>
            )}
          </Form>
        ) : (
          <p dir="auto" className="wrap-anywhere">
            {name}
          </p>
        )}
      </Card>
      <SecondFactorDemand required={secondFactorRequired} mayChange={can.requireSecondFactor} />
    </>
  )
}
