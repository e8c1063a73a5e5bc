import { Form } from '@adonisjs/inertia/react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { Textarea } from '~/components/textarea'

const idsIn = (text: unknown) =>
  String(text ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)

export function FlagForm() {
  return (
    <Card title="Set a flag">
      <Form
        route="admin_flags.store"
        className="grid gap-4"
        resetOnSuccess
        transform={(data) => ({ ...data, teamIds: idsIn(data.teamIds) })}
      >
        {({ errors, processing }) => (
          <>
            <Field label="Name" hint="Lower case, as the code asks for it." error={errors.name} required>
              <Input name="name" mono placeholder="new_planner" maxLength={64} autoComplete="off" required />
            </Field>
            <Field label="Percentage of all teams" error={errors.percentage} required>
              <Input name="percentage" type="number" min={0} max={100} defaultValue={0} required />
            </Field>
            <Field
              label="Teams that have it in any case"
              hint="Ids, as under Teams."
              error={errors.teamIds}
              optional
            >
              <Textarea name="teamIds" rows={3} />
            </Field>
            <div>
              <Button type="submit" variant="primary" busy={processing}>
                Save flag
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
