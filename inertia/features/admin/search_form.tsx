import { router } from '@inertiajs/react'
import { Search } from 'lucide-react'
import type { FormEvent } from 'react'
import { Button } from '~/components/button'
import { Input } from '~/components/input'

/** Asks the page at `path` for what matches. */
export function SearchForm({ path, q, label }: { path: string; q: string; label: string }) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('q') ?? '').trim()
    router.visit(text ? `${path}?q=${encodeURIComponent(text)}` : path, { preserveState: true })
  }
  return (
    <search>
      <form onSubmit={submit} className="mb-4 flex max-w-xl gap-2">
        <Input
          name="q"
          key={q}
          defaultValue={q}
          aria-label={label}
          placeholder={label}
          maxLength={254}
          dir="auto"
        />
        <Button type="submit" icon={<Search aria-hidden="true" />}>
          Search
        </Button>
      </form>
    </search>
  )
}
