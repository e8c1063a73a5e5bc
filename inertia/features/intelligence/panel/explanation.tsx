import { useState } from 'react'
import { Badge } from '~/components/badge'
import { SkeletonText } from '~/components/skeleton'
import { cn } from '~/lib/cn'
import type { Explanation as Answer } from '../server_types'
import type { Go } from '../use_address'
import { mapUrl, useMapData } from '../use_map_data'

interface ExplanationProps {
  projectId: string
  mapId: string
  id: string
  go: Go
}

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
] as const

/** A few sentences about it, each with where it can be checked. */
export function Explanation({ projectId, mapId, id, go }: ExplanationProps) {
  const [language, setLanguage] = useState<'en' | 'fr'>('en')
  const found = useMapData<Answer>(mapUrl(projectId, 'explanation', mapId, { id, language }))
  if (found.state === 'failed') return <p className="text-sm text-bad">{found.why}</p>
  return (
    <section aria-label="Explanation" className="rounded-md border bg-raised/40 p-3">
      <header className="mb-1.5 flex items-center justify-between gap-2">
        <Badge tone="info">
          {found.state === 'loaded' && found.value.by === 'model'
            ? `Written by ${found.value.model}`
            : 'Summary of facts, no model'}
        </Badge>
        <div className="flex gap-1">
          {LANGUAGES.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              aria-pressed={language === value}
              onClick={() => setLanguage(value)}
              className={cn(
                'rounded-sm px-1.5 text-xs pointer-coarse:min-h-9',
                language === value ? 'bg-raised font-medium' : 'text-muted hover:text-text'
              )}
            >
              {label}
            </button>
          ))}
        </div>
      </header>
      {found.state === 'loaded' ? (
        <Sentences answer={found.value} language={language} go={go} />
      ) : (
        <SkeletonText />
      )}
    </section>
  )
}

function Sentences({ answer, language, go }: { answer: Answer; language: string; go: Go }) {
  return (
    <div lang={language} className="grid gap-1 text-sm">
      {answer.sentences.map(({ text, cites }) => (
        <p key={text} className="text-pretty wrap-anywhere">
          {text}{' '}
          {cites.slice(0, 3).map(({ path, line }) => (
            <button
              key={`${path}:${line}`}
              type="button"
              title={`${path}:${line}`}
              onClick={() => go({ sel: path })}
              className="mr-1 rounded-sm bg-raised px-1 font-mono text-xs text-accent hover:underline"
            >
              {path.slice(path.lastIndexOf('/') + 1)}:{line}
            </button>
          ))}
        </p>
      ))}
    </div>
  )
}
