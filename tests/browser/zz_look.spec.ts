import { test } from '@japa/runner'
import { billingOn } from '#tests/support/stripe/billing'
import { aTeam, aSampleProject } from '#tests/support/team'
import { withTeam } from '#accounts/services/tenancy'
import SetSpendCap from '#billing/actions/set_spend_cap'
import { system } from '#shared/audit/record'
import CreateWorkflow from '#workflows/actions/create_workflow'
import { randomUUID } from 'node:crypto'

test('look', async ({ browserContext }) => {
  const { billing, off } = await billingOn({ trialDays: 14 })
  const team = await aTeam()
  const { user, teamId } = team
  const shots = async (page: any, name: string) => {
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme })
      for (const [w, h] of [[1440, 1000], [390, 844]] as const) {
        await page.setViewportSize({ width: w, height: h })
        await page.waitForTimeout(150)
        await page.screenshot({ path: `/tmp/billing/${name}-${theme}-${w}.png`, fullPage: true })
      }
    }
    await page.setViewportSize({ width: 1440, height: 1000 })
  }
  const page: any = await (browserContext as any).newPage()
  page.on('pageerror', (e: any) => console.log('ERR', e.stack))
  page.on('console', (m: any) => m.type() === 'error' && console.log('CONSOLE', m.text()))
  await page.goto(`http://localhost:3594/pricing`)
  await shots(page, 'pricing')
  await browserContext.loginAs(user)
  page.on('response', (r: any) => r.request().isNavigationRequest() && console.log(r.status(), r.url(), r.headers().location ?? ''))
  await page.goto(`http://localhost:3594/billing`)
  await shots(page, 'free')
  await page.getByRole('button', { name: /Try Team/ }).click({ timeout: 3000 })
  await page.waitForURL('**/c/cs_test*')
  await page.getByRole('button', { name: 'Pay' }).click()
  await page.waitForURL('**/billing?**')
  await billing.deliver()
  await shots(page, 'trial')
  const project = await aSampleProject(team)
  const w = await new CreateWorkflow().execute({ teamId, userId: user.id, projectId: project.id, task: 'rename things' })
  if (!w.ok) throw new Error(w.error)
  await withTeam(teamId, async (trx) => {
    const step = await trx.from('workflow_steps').where('workflow_id', w.value.id).first()
    for (let i = 0; i < 8; i++)
      await trx.table('usage_records').insert({ team_id: teamId, workflow_id: w.value.id, step_id: step.id, call_id: randomUUID(), provider: 'openai', model: 'gpt', purpose: 'generate', input_tokens: 10, cached_input_tokens: 0, output_tokens: 10, reasoning_tokens: 0, cost_micros: 1_500_000 * (i + 1), price_version: 'x', latency_ms: 10, created_at: new Date(Date.now() - i * 2 * 86400000) })
  })
  await new SetSpendCap().execute({ teamId, actor: system, micros: 20_000_000 })
  await page.goto(`http://localhost:3594/billing/usage`)
  await shots(page, 'usage')
  await page.goto(`http://localhost:3594/billing/invoices`)
  await shots(page, 'invoices')
  await page.goto(`http://localhost:3594/billing/plan?plan=solo&interval=year`)
  await shots(page, 'change')
  await page.goto(`http://localhost:3594/dashboard`)
  await shots(page, 'dashboard')
  await off()
  await page.goto(`http://localhost:3594/billing`)
  await shots(page, 'off')
}).timeout(120000)
