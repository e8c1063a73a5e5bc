import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Card } from '~/components/card'
import { Switch } from '~/components/switch'

interface Props {
  required: boolean
  mayChange: boolean
}

export function SecondFactorDemand({ required, mayChange }: Props) {
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  return (
    <Card title="Two-step verification" className="mt-6 max-w-xl">
      <Switch
        label="Let in only members who have it"
        hint="Others, and their API tokens, see nothing of this team until they have added an authenticator app or a passkey. Service tokens go on working."
        checked={required}
        disabled={!mayChange || busy}
        onChange={(event) =>
          router.put(
            '/settings/team/second-factor',
            { required: event.currentTarget.checked },
            {
              preserveScroll: true,
              onStart: () => setBusy(true),
              onSuccess: () => setError(undefined),
              onError: (errors) => setError(errors.required),
              onFinish: () => setBusy(false),
            }
          )
        }
      />
      {error && (
        <p role="alert" className="mt-3 text-sm text-bad">
          {error}
        </p>
      )}
    </Card>
  )
}
