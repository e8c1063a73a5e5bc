import { useState } from 'react'
import { BudgetBar } from '../budget_bar'
import { Duration, LiveDuration } from '../duration'
import { Money } from '../money'
import { Progress } from '../progress'
import { RelativeTime } from '../relative_time'
import { Stat, StatGroup } from '../stat'
import { Specimen } from './specimen'

const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
const AMOUNTS = [0, 12, 1_234, 45_600, 123_456, 4_200_000, 12_300_000_000]
const SPANS = [84, 3_240, 42_000, 125_000, 3_780_000]

export function Figures() {
  const [start] = useState(() => ago(3000))
  return (
    <>
      <Specimen title="Stat">
        <StatGroup className="w-full">
          <Stat label="Running now" value="3" detail="of 4 slots" />
          <Stat label="Verified" value="86 %" detail="last 7 days" />
          <Stat label="Cost" value={<Money microDollars={1_234_567} />} detail="this month" />
          <Stat label="Median duration" value={<Duration ms={42_000} />} />
        </StatGroup>
      </Specimen>
      <Specimen title="Progress, budget">
        <div className="grid w-full gap-4">
          <Progress label="Nothing yet" value={0} max={10} />
          <Progress label="Going on" value={4} max={10} tone="run" />
          <BudgetBar spent={1_234} limit={500_000} />
          <BudgetBar spent={430_000} limit={500_000} />
          <BudgetBar spent={612_000} limit={500_000} />
          <BudgetBar spent={612_000} limit={null} />
        </div>
      </Specimen>
      <Specimen title="Time, duration, money">
        <p className="flex flex-wrap gap-4">
          {[0, 42_000, 300_000, 7_200_000, 1_000_000_000].map((ms) => (
            <RelativeTime key={ms} at={ago(ms)} />
          ))}
        </p>
        <p className="flex flex-wrap gap-4">
          {SPANS.map((ms) => (
            <Duration key={ms} ms={ms} />
          ))}
          <LiveDuration since={start} until={null} className="text-run" />
        </p>
        <p className="flex flex-wrap gap-4">
          {AMOUNTS.map((amount) => (
            <Money key={amount} microDollars={amount} />
          ))}
        </p>
      </Specimen>
    </>
  )
}
