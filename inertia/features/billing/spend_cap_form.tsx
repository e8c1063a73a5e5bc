import { Form } from '@adonisjs/inertia/react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'

const MICRO = 1_000_000

/** How much models may cost a month beyond the credit. */
export function SpendCapForm({ capMicros }: { capMicros: number }) {
  return (
    <Card title="Spend cap">
      <Form
        route="spend_caps.update"
        className="grid gap-4"
        transform={(data) => ({ micros: Math.round(Number(data.micros || 0) * MICRO) })}
      >
        {({ errors, processing }) => (
          <>
            <Field
              label="Dollars a month beyond the credit"
              error={errors.micros}
              hint="0: models stop when the credit is used up. It is checked before each call and while one runs."
            >
              <Input
                name="micros"
                type="number"
                inputMode="decimal"
                min={0}
                max={100_000}
                step="0.01"
                defaultValue={capMicros / MICRO}
                className="max-w-40"
              />
            </Field>
            <div>
              <Button type="submit" busy={processing}>
                Save spend cap
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
