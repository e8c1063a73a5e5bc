import { Dialog } from '~/components/dialog'
import type { WaysToConfirm } from '~/lib/confirmation'
import { ConfirmForm } from './confirm_form'

interface Props {
  ways: WaysToConfirm
  onAnswer: (confirmed: boolean) => void
}

export default function ConfirmIdentityDialog({ ways, onAnswer }: Props) {
  return (
    <Dialog
      open
      size="sm"
      title="Confirm that it is you"
      description="This concerns the safety of your account. You are not asked again for ten minutes."
      onOpenChange={(open) => {
        if (!open) onAnswer(false)
      }}
    >
      <ConfirmForm ways={ways} onConfirmed={() => onAnswer(true)} />
    </Dialog>
  )
}
