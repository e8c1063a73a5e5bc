import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { toast } from '~/lib/toasts'
import { Button } from '../button'
import { ConfirmDialog } from '../confirm_dialog'
import { Dialog, DialogClose } from '../dialog'
import { Field } from '../field'
import { IconButton } from '../icon_button'
import { Input } from '../input'
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '../menu'
import { Popover } from '../popover'
import { Sheet } from '../sheet'
import { Tooltip } from '../tooltip'
import { Specimen } from './specimen'

export function Overlays() {
  return (
    <Specimen
      title="Dialog, confirm dialog, sheet, popover, menu, tooltip, toast"
      note="Layers are drawn over the page and in the page's own theme."
    >
      <Dialog
        title="Rename project"
        description="Addresses and branches stay as they are."
        trigger={<Button>Dialog</Button>}
        footer={
          <>
            <DialogClose>
              <Button>Cancel</Button>
            </DialogClose>
            <DialogClose>
              <Button variant="primary">Rename</Button>
            </DialogClose>
          </>
        }
      >
        <Field label="Name">
          <Input defaultValue="checkout-service" />
        </Field>
      </Dialog>
      <ConfirmDialog
        danger
        title="Delete this project?"
        description="Its workflows, logs and patches are deleted with it. Branches already pushed stay."
        confirmLabel="Delete project"
        cancelLabel="Keep project"
        trigger={<Button variant="danger">Confirm dialog</Button>}
        onConfirm={() => toast('ok', 'The answer was yes.')}
      />
      <Sheet title="Details" trigger={<Button>Sheet</Button>}>
        <p className="p-4 text-muted">What stands beside the list.</p>
      </Sheet>
      <Popover trigger={<Button>Popover</Button>} label="About the cost">
        <p>Input 12,400 tokens, output 2,100 tokens.</p>
      </Popover>
      <MenuSpecimen />
      <Tooltip content="21 Nov 2026, 14:03:22 UTC">
        <Button>Tooltip</Button>
      </Tooltip>
      <Button onClick={() => toast('ok', 'Project added.')}>Toast, good</Button>
      <Button onClick={() => toast('bad', 'The push was rejected: the branch is protected.')}>
        Toast, bad
      </Button>
      <Button onClick={() => toast('info', 'The plan waits for approval.')}>Toast, note</Button>
    </Specimen>
  )
}

function MenuSpecimen() {
  const [order, setOrder] = useState<'newest' | 'oldest'>('newest')
  return (
    <Menu trigger={<IconButton label="More" variant="secondary" icon={<Ellipsis aria-hidden="true" />} />}>
      <MenuItem icon={<Pencil aria-hidden="true" />}>Rename</MenuItem>
      <MenuItem icon={<Copy aria-hidden="true" />} disabled>
        Duplicate
      </MenuItem>
      <MenuSeparator />
      <MenuChoices
        label="Order"
        value={order}
        onValueChange={setOrder}
        options={[
          { value: 'newest', label: 'Newest first' },
          { value: 'oldest', label: 'Oldest first' },
        ]}
      />
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 aria-hidden="true" />}>
        Delete
      </MenuItem>
    </Menu>
  )
}
