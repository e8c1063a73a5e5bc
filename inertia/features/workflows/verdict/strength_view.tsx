import { CircleHelp, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react'
import { Duration } from '~/components/duration'
import { Progress } from '~/components/progress'
import { Status, type StatusLook } from '~/components/status'
import type { Verdict } from '../server_types'
import { visibleText } from '../visible_text'

type Strength = NonNullable<Verdict['strength']>

const GRADE: Record<Strength['grade'], StatusLook & { sentence: string }> = {
  strong: {
    icon: ShieldCheck,
    label: 'Strong proof',
    tone: 'ok',
    sentence: 'Most mistakes in this code would be noticed by its tests.',
  },
  fair: {
    icon: ShieldQuestion,
    label: 'Fair proof',
    tone: 'info',
    sentence: 'Many mistakes in this code would be noticed, and some would not.',
  },
  weak: {
    icon: ShieldAlert,
    label: 'Weak proof',
    tone: 'warn',
    sentence:
      'Green says little here: most mistakes in this code would pass these tests. Read the change with care.',
  },
  unknown: {
    icon: CircleHelp,
    label: 'Strength not known',
    tone: 'neutral',
    sentence: 'Too few mistakes could be planted to say how much the tests notice.',
  },
}

const BAR = { strong: 'ok', fair: 'accent', weak: 'warn', unknown: 'accent' } as const

/** How much green is worth: what became of mistakes that were planted around the change. */
export function StrengthView({ strength, before }: { strength: Strength; before: Strength | undefined }) {
  const { noticed, missed, of, survivors, durationMs, cutShort, grade } = strength
  const tried = noticed + missed
  const look = GRADE[grade]
  return (
    <section>
      <h3 className="mb-2 font-semibold">How strong the proof is</h3>
      <div className="grid gap-3 rounded-lg border bg-surface p-4">
        <Status {...look} />
        <p className="prose-measure">{look.sentence}</p>
        {tried > 0 && (
          <div className="flex max-w-md items-center gap-3">
            <Progress
              label="Planted mistakes that the tests notice"
              value={noticed}
              max={tried}
              tone={BAR[grade]}
            />
            <span className="tabular whitespace-nowrap text-sm">
              {noticed} of {tried} noticed
            </span>
          </div>
        )}
        <p className="text-sm text-muted">
          {tried} of {of} possible mistakes were planted, one at a time, in <Duration ms={durationMs} />
          {cutShort ? ', until the time was up' : ''}.
          {before && before.grade !== 'unknown' && (
            <>
              {' '}
              Before the change the tests noticed {before.noticed} of {before.noticed + before.missed} in this
              code.
            </>
          )}
        </p>
        {survivors.length > 0 && <Survivors survivors={survivors} />}
      </div>
    </section>
  )
}

function Survivors({ survivors }: { survivors: Strength['survivors'] }) {
  return (
    <details>
      <summary className="cursor-pointer text-sm font-medium">What the tests let pass</summary>
      <ul className="mt-2 grid gap-2">
        {survivors.map((mistake, index) => (
          <li key={index} className="grid gap-0.5 text-sm">
            <span className="text-muted wrap-anywhere">
              <code dir="ltr" className="font-mono">
                {mistake.path}:{mistake.line}
              </code>
              {mistake.within && ` in ${mistake.within}`}
              {!mistake.reached && ', which no test runs'}
            </span>
            <code dir="ltr" className="font-mono wrap-anywhere">
              <del className="text-bad">{visibleText(mistake.original)}</del>{' '}
              <ins className="text-ok no-underline">{visibleText(mistake.replacement)}</ins>
            </code>
          </li>
        ))}
      </ul>
    </details>
  )
}
