import { test } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'
import { startJobWorker } from '#shared/jobs/worker'
import { jobs } from '#start/jobs'
import { aGraph, aLargeGraph, aMap, rulesOf } from '#tests/support/maps'
import { aPersonWithProject, complaintsOf } from '#tests/support/pages'
import { startEngine, stopProcess } from '#tests/support/running_system'
import { aSampleProject, aTeam } from '#tests/support/team'

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

const drawn = (page: Page) => page.locator('[data-laid-out="true"]').waitFor({ timeout: 60_000 })
const box = (page: Page, name: RegExp | string) =>
  page.locator('.react-flow__node').getByRole('button', { name })

test.group('The map of the sample', (group) => {
  group.setup(async () => {
    const engine = await startEngine()
    const stopWorker = await startJobWorker(jobs, [])
    return async () => {
      await stopWorker()
      await stopProcess(engine)
    }
  })

  test('a newcomer opens it, looks into a file, searches, and asks who uses what', async ({
    assert,
    browserContext,
  }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await browserContext.newPage()
    await page.setViewportSize(wide)
    const complaints = complaintsOf(page)
    await page.goto(`/projects/${project.id}`)
    await page.getByRole('link', { name: 'Map', exact: true }).last().click()
    await page.getByRole('heading', { name: 'Map of duration-kit' }).waitFor()
    await drawn(page)

    await box(page, /^File range\.ts/).click()
    const panel = page.getByRole('complementary', { name: 'About range.ts' })
    await panel.getByText('Summary of facts, no model').waitFor()
    await panel.getByText('src/range.ts has').waitFor()
    await panel.getByRole('tab', { name: 'Source' }).click()
    await panel.getByRole('region', { name: 'Code of src/range.ts' }).getByText('export').first().waitFor()
    await panel.getByRole('tab', { name: 'History' }).click()
    await panel.getByRole('listitem').first().waitFor()

    await box(page, 'Open range.ts').click()
    await page.getByRole('button', { name: 'Close range.ts' }).waitFor()
    await page.getByRole('combobox', { name: 'Search the map' }).fill('parse')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Focus' }).click()
    await page.getByLabel('How far').waitFor()
    await page
      .getByText(/references? resolved/)
      .last()
      .waitFor()
    await page.getByRole('button', { name: 'Whole map' }).click()
    await page.getByLabel('How far').waitFor({ state: 'detached' })
    assert.deepEqual(complaints, [])
  })

  test('each view opens by its tab and has its own address', async ({ assert, browserContext }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await browserContext.newPage()
    await page.setViewportSize(wide)
    const complaints = complaintsOf(page)
    await page.goto(`/intelligence/${project.id}`)
    await drawn(page)
    await page.getByRole('tab', { name: 'Tests' }).click()
    await page.getByText('Reached by no test').waitFor()
    await page.waitForURL(/tab=tests/)
    await page.getByRole('tab', { name: 'Timeline' }).click()
    await page.getByText('Commits by week').waitFor()
    await page.getByRole('tab', { name: 'Rules' }).click()
    await page.getByText('Import cycles').waitFor()
    await page.getByRole('tab', { name: 'Impact' }).click()
    await page.getByText('No change to look at yet').waitFor()
    await page.reload()
    await page.getByText('No change to look at yet').waitFor()
    assert.deepEqual(complaints, [])
  })

  test('the keyboard alone finds, opens and reads', async ({ assert, browserContext }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await browserContext.newPage()
    await page.setViewportSize(wide)
    await page.goto(`/intelligence/${project.id}`)
    await drawn(page)
    await page.keyboard.press('/')
    await page.keyboard.type('range')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: /About/ }).waitFor()
    await page.locator(':focus').blur()
    await page.keyboard.press('m')
    const table = page.getByRole('table')
    const toggle = table.getByRole('button', { name: 'Close src' })
    await toggle.focus()
    await page.keyboard.press('Enter')
    await table.getByRole('button', { name: 'Open src' }).waitFor()
    assert.equal(await table.getByText('range.ts').count(), 0)
  })

  test('in the picture the arrows lead from node to node', async ({ assert, browserContext }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await browserContext.newPage()
    await page.setViewportSize(wide)
    await page.goto(`/intelligence/${project.id}`)
    await drawn(page)
    const focused = () => page.evaluate<string>('document.activeElement?.getAttribute("aria-label") ?? ""')
    await box(page, /^File range\.ts/).focus()
    const seen = new Set([await focused()])
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight']) {
      await page.keyboard.press(key)
      seen.add(await focused())
    }
    assert.isAbove(seen.size, 1)
    for (const name of seen) assert.match(name, /^(?:File|Folder|Files) /)
    await box(page, /^File range\.ts/).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'About range.ts' }).waitFor()
    await page.keyboard.press('f')
    await page.getByLabel('How far').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('complementary', { name: 'About range.ts' }).waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.getByLabel('How far').waitFor({ state: 'detached' })
  })

  test('the search says what it takes to search by meaning; a question may go to a model', async ({
    assert,
    browserContext,
  }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await browserContext.newPage()
    const complaints = complaintsOf(page)
    await page.goto(`/intelligence/${project.id}`)
    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('button', { name: 'Search by meaning…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Search by meaning' })
    await dialog.getByText(/has no pgvector|An embedding model of yours/).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.goto(`/intelligence/${project.id}?tab=ask&q=When+do+ranges+overlap%3F`)
    await page.getByText('From the map, no model').waitFor()
    await page.getByRole('button', { name: 'Ask a model' }).click()
    await page.getByText('No model has answered').waitFor()
    await page.getByText(/Add a key/).waitFor()
    assert.deepEqual(complaints, [])
  })

  test('a phone shows the list first, and what is chosen in a sheet', async ({ assert, browserContext }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await browserContext.newPage()
    await page.setViewportSize(phone)
    await page.goto(`/intelligence/${project.id}`)
    const row = page.getByRole('row').filter({ hasText: 'range.ts' })
    await row
      .getByRole('button', { name: /range\.ts/ })
      .last()
      .click()
    await page.getByRole('dialog').getByText('Summary of facts, no model').waitFor()
    const across = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
    assert.isAtMost(across, 0)
  })

  test('a refreshed map comes by itself', async ({ browserContext }) => {
    const { project } = await aPersonWithProject(browserContext)
    const page = await browserContext.newPage()
    await page.setViewportSize(wide)
    await page.goto(`/intelligence/${project.id}`)
    await drawn(page)
    await page.getByRole('button', { name: 'Refresh' }).click()
    await page.getByRole('button', { name: 'Cancel' }).waitFor()
    await page.getByRole('button', { name: 'Refresh' }).waitFor({ timeout: 30_000 })
  })
})

async function mapped(browserContext: BrowserContext, map: Parameters<typeof aMap>[2]) {
  const team = await aTeam()
  const project = await aSampleProject(team)
  await aMap(team.teamId, project.id, map)
  await browserContext.loginAs(team.user)
  const page = await browserContext.newPage()
  await page.setViewportSize(wide)
  return { page, url: `/intelligence/${project.id}` }
}

test.group('Maps of any size', () => {
  test('an import that breaks a rule is marked', async ({ browserContext }) => {
    const graph = aGraph({
      'src/a.ts': { symbols: ['a'], imports: ['lib/b.ts'] },
      'lib/b.ts': { symbols: ['b'] },
    })
    const rules = rulesOf({
      forbid: [{ from: ['src/**'], to: ['lib/**'], because: 'src stands alone', line: 4 }],
    })
    const { page, url } = await mapped(browserContext, { graph, rules })
    await page.goto(url)
    await box(page, /^File a\.ts.*1 against the rules/).waitFor()
    await page.goto(`${url}?tab=rules`)
    await page.getByText('src stands alone').waitFor()
  })

  test('10,000 files with 50,000 symbols stay within the frame budget', async ({
    assert,
    browserContext,
  }) => {
    const { page, url } = await mapped(browserContext, { graph: aLargeGraph(10_000) })
    const open = Array.from({ length: 5 }, (_, area) => [
      `open=${encodeURIComponent(`dir:src/area${area}`)}`,
      `open=${encodeURIComponent(`dir:src/area${area}/part0`)}`,
    ]).flat()
    await page.goto(`${url}?open=dir%3Asrc&${open.join('&')}`)
    await drawn(page)
    await page.locator('.react-flow__node').nth(150).waitFor({ state: 'attached' })
    const nodes = await page.locator('.react-flow__node').count()
    assert.isAtMost(nodes, 330)
    const frames = await framesWhilePanning(page)
    assert.isAbove(frames.length, 20)
    const sorted = frames.toSorted((a, b) => a - b)
    const median = sorted[Math.floor(sorted.length / 2)]!
    const late = sorted[Math.floor(sorted.length * 0.95)]!
    assert.isBelow(median, 100, `frames: median ${median} ms, 95 % ${late} ms`)
    assert.isBelow(late, 1000, `frames: median ${median} ms, 95 % ${late} ms`)
  }).timeout(120_000)
})

/** How long each frame takes while the map is dragged and zoomed for two seconds, in milliseconds. */
async function framesWhilePanning(page: Page): Promise<number[]> {
  await page.evaluate(`
    window.frameTimes = []
    let before = performance.now()
    const tick = (now) => {
      window.frameTimes.push(now - before)
      before = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)`)
  const { x, y, width, height } = (await page.locator('.react-flow__pane').boundingBox())!
  await page.mouse.move(x + width / 2, y + height / 2)
  for (let turn = 0; turn < 6; turn++) {
    await page.mouse.wheel(0, turn % 2 === 0 ? -240 : 120)
    await page.mouse.move(x + 20, y + 20)
    await page.mouse.down()
    for (let step = 1; step <= 12; step++) await page.mouse.move(x + 20 + step * 18, y + 20 + step * 6)
    await page.mouse.up()
  }
  return page.evaluate<number[]>('window.frameTimes.slice(1)')
}
