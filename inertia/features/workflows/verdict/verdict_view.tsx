import { CodeBlock } from '~/components/code'
import { Duration } from '~/components/duration'
import { RelativeTime } from '~/components/relative_time'
import { Status } from '~/components/status'
import { cn } from '~/lib/cn'
import { toneSoft } from '~/lib/tone'
import type { Verdict } from '../server_types'
import { CheckList } from './check_list'
import { CoverageTable } from './coverage_table'
import { Failures } from './failures'
import { NewTests } from './new_tests'
import { ProposedTests } from './proposed_tests'
import { RULING } from './ruling'
import { RunTable } from './run_table'
import { StrengthView } from './strength_view'

export function VerdictView({ verdict }: { verdict: Verdict }) {
  const ruling = RULING[verdict.ruling]
  const { regressions, knownFailures } = verdict
  return (
    <div className="grid gap-6">
      <div className={cn('grid gap-1 rounded-lg p-4', toneSoft[ruling.tone])}>
        <Status {...ruling} className="text-lg" />
        <p className="prose-measure text-text wrap-anywhere">{verdict.proof}</p>
        <p className="text-sm text-text/80">
          {ruling.sentence} Checked <RelativeTime at={verdict.checkedAt} />
          {verdict.durationMs > 0 && (
            <>
              , in <Duration ms={verdict.durationMs} />
            </>
          )}
          .
        </p>
      </div>
      {verdict.strength && <StrengthView strength={verdict.strength} before={verdict.strengthBefore} />}
      {verdict.command && (
        <section>
          <h3 className="mb-2 font-semibold">Command</h3>
          <CodeBlock label="Test command" command>
            {verdict.command}
          </CodeBlock>
        </section>
      )}
      {verdict.ruling !== 'not_run' && <RunTable verdict={verdict} />}
      <Failures
        title="Broken by this change"
        note={verdict.base ? 'These tests passed before.' : 'How they fared before the change is not known.'}
        failures={regressions}
      />
      <Failures
        title="Failed before as well"
        note="Not caused by this change."
        failures={knownFailures}
        quiet
      />
      <Failures
        title="Flaky"
        note={`These failed at first and passed when they were run again, ${verdict.flakes?.reruns ?? 0} times at most.`}
        failures={verdict.flakes?.flaky ?? []}
        quiet
      />
      <ProposedTests tests={verdict.proposedTests ?? []} />
      <NewTests tests={verdict.newTests ?? []} />
      <CheckList checks={verdict.checks ?? []} />
      {verdict.coverage && <CoverageTable coverage={verdict.coverage} />}
      {verdict.unmeasured && (
        <p className="text-sm text-muted wrap-anywhere">Coverage was not measured: {verdict.unmeasured}.</p>
      )}
    </div>
  )
}
