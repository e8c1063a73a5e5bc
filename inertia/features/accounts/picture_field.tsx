import type { Data } from '@generated/data'
import { router } from '@inertiajs/react'
import { type ChangeEvent, useRef, useState } from 'react'
import { Avatar } from '~/components/avatar'
import { Button } from '~/components/button'
import { squarePicture } from './square_picture'

interface PictureFieldProps {
  user: NonNullable<Data.SharedProps['user']>
}

/** Chooses a picture of any size; what is stored is a small square made here. */
export function PictureField({ user }: PictureFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    setProblem('')
    setBusy(true)
    const picture = await squarePicture(file).catch(() => null)
    if (picture === null) {
      setBusy(false)
      setProblem('This file could not be read as a picture. Choose a PNG, JPEG or WebP.')
      return
    }
    router.put(
      '/settings/profile/picture',
      { picture },
      {
        preserveScroll: true,
        onError: (errors) => setProblem(errors.picture ?? 'The picture was not taken.'),
        onFinish: () => setBusy(false),
      }
    )
  }

  return (
    <div className="flex flex-wrap items-center gap-4">
      <Avatar initials={user.initials} src={user.avatarUrl} name="Your picture" size="lg" />
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-label="Picture"
        onChange={choose}
        className="hidden"
      />
      <div className="flex flex-wrap gap-2">
        <Button busy={busy} onClick={() => input.current?.click()}>
          {user.avatarUrl ? 'Change picture' : 'Choose picture'}
        </Button>
        {user.avatarUrl && (
          <Button
            variant="ghost"
            onClick={() => router.delete('/settings/profile/picture', { preserveScroll: true })}
          >
            Remove
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className="basis-full text-sm text-bad">
          {problem}
        </p>
      )}
    </div>
  )
}
