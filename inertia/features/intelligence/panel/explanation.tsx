import { Sparkles } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { SkeletonText } from '~/components/skeleton'
import { useSharedProps } from '~/hooks/use_shared_props'
import { cn } from '~/lib/cn'
import { sendJson } from '~/lib/send_json'
import type { Go } from '../address'
import type { Explanation as Answer } from '../server_types'
import { mapUrl, useMapData } from '../use_map_data'

interface ExplanationProps {
  projectId: string
  mapId: string
  id: string
  go: Go
}

type Language = 'en' | 'fr'

const LANGUAGES: { value: Language; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
]

/** A few sentences about it, each with where it can be checked: facts, or on demand a model's words. */
export function Explanation({ projectId, mapId, id, go }: ExplanationProps) {
  const [language, setLanguage] = useState<Language>('en')
  const [written, setWritten] = useState<Partial<Record<Language, Answer>>>({})
  const found = useMapData<Answer>(mapUrl(projectId, 'explanation', mapId, { id, language }))
  const answer = written[language] ?? (found.state === 'loaded' ? found.value : null)
  if (found.state === 'failed') return <p className="text-sm text-bad">{found.why}</p>
  return (
    <section aria-label="Explanation" className="rounded-md border bg-raised/40 p-3">
      <header className="mb-1.5 flex flex-wrap items-center justify-between gap-2">
        <Badge tone="info">
          {answer?.by === 'model' ? `Written by ${answer.model}` : 'Summary of facts, no model'}
        </Badge>
        <LanguageChoice language={language} onChange={setLanguage} />
      </header>
      {answer ? <Sentences answer={answer} language={language} go={go} /> : <SkeletonText />}
      {answer?.by === 'facts' && (
        <AskModel
          key={language}
          path={`/intelligence/${projectId}/explanation`}
          body={{ id, language }}
          onAnswer={(next) => setWritten((before) => ({ ...before, [language]: next }))}
        />
      )}
    </section>
  )
}

function LanguageChoice({
  language,
  onChange,
}: {
  language: Language
  onChange: (language: Language) => void
}) {
  return (
    <div className="flex gap-1">
      {LANGUAGES.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={language === value}
          onClick={() => onChange(value)}
          className={cn(
            'rounded-sm px-1.5 text-xs pointer-coarse:min-h-9',
            language === value ? 'bg-raised font-medium' : 'text-muted hover:text-text'
          )}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

interface AskModelProps {
  path: string
  body: { id: string; language: Language }
  onAnswer: (answer: Answer) => void
}

/** A model costs money, so it is asked only when somebody wants it; the same code is explained once. */
function AskModel({ path, body, onAnswer }: AskModelProps) {
  const { rights } = useSharedProps()
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState('')
  if (!rights.includes('workflows.run')) return null
  async function ask() {
    setBusy(true)
    const answer = await sendJson<Answer>('POST', path, body)
    setBusy(false)
    if (answer.ok) onAnswer(answer.body)
    else setWhy(answer.errors.form ?? 'That did not work. Try again.')
  }
  return (
    <div className="mt-2 grid gap-1.5">
      <div>
        <Button size="sm" busy={busy} icon={<Sparkles aria-hidden="true" />} onClick={ask}>
          Explain with a model
        </Button>
      </div>
      {why && (
        <p role="alert" className="text-sm wrap-anywhere text-bad">
          {why}
        </p>
      )}
    </div>
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
