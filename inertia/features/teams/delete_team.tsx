import { Form } from '@adonisjs/inertia/react'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'

export function DeleteTeam({ name, graceDays }: { name: string; graceDays: number }) {
  const [typed, setTyped] = useState('')
  return (
    <Card title="Delete the team" className="border-bad/50">
      <p className="mb-3 text-muted">
        It disappears for everybody at once: projects, workflows, tokens. For {graceDays} days an owner can
        bring it back; then all of it is gone for good. Branches that were pushed stay in their repositories.
      </p>
      <Form route="teams.destroy" className="grid gap-4">
        {({ errors, processing }) => (
          <>
            <Field
              label={`Type "${name}" to confirm`}
              error={(errors as { confirmation?: string }).confirmation}
              required
            >
              <Input
                name="confirmation"
                value={typed}
                dir="auto"
                autoComplete="off"
                onChange={(event) => setTyped(event.currentTarget.value)}
                required
              />
            </Field>
            <div>
              <Button
                type="submit"
                variant="danger"
                busy={processing}
                disabled={typed.trim() !== name}
                icon={<Trash2 aria-hidden="true" />}
              >
                Delete team
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
