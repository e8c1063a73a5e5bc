import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Input } from '~/components/input'
import type { Go } from '../address'

const AFTER_MS = 200

/** Narrows a list by what is typed; kept in the address. */
export function FilterBox({ label, q, go }: { label: string; q: string; go: Go }) {
  const [text, setText] = useState(q)
  useEffect(() => {
    if (text === q) return
    const timer = setTimeout(() => go({ q: text, page: 1 }), AFTER_MS)
    return () => clearTimeout(timer)
  }, [text, q, go])
  return (
    <div className="mb-3 max-w-md">
      <Input
        aria-label={label}
        placeholder={label}
        icon={<Search />}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </div>
  )
}
