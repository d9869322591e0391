// Every sample opens by its link, and the page says of it what the command line says.
import { SAMPLES, asPanel, check, expect, nodes, open, panel, readPanel, sampleDocument, sampleFile, test } from './support.mjs'

for (const [name, scenario] of Object.entries(SAMPLES)) {
  test(`sample ${name}: the page agrees with the command line`, async ({ page }) => {
    const report = await check(sampleFile(name))
    const [first] = report.connections
    if (scenario) expect(first.scenario).toBe(scenario)
    expect(first.steps.some((step) => step.state === 'to_do'), 'samples open before the work is done').toBe(true)

    await open(page, `#sample=${name}`)
    expect(await nodes(page)).toEqual(sampleDocument(name).nodes.map(({ id }) => id).sort())
    await expect(panel(page)).toHaveAttribute('data-verdict', first.verdict)
    await expect.poll(() => readPanel(page)).toEqual(asPanel(first))

    const general = panel(page, 'general').locator('[data-finding]')
    expect((await general.evaluateAll((all) => all.map((one) => one.getAttribute('data-finding')))).sort()).toEqual(report.findings.map(({ code }) => code).sort())
  })

  test(`sample ${name}: the overview names every connection with its verdict`, async ({ page }) => {
    const report = await check(sampleFile(name))
    await open(page, `#sample=${name}`)
    const rows = panel(page, 'overview').locator('[data-connection-row]')
    await expect(rows).toHaveCount(report.connections.length)
    const shown = await rows.evaluateAll((all) => all.map((one) => `${one.getAttribute('data-connection-row')} ${one.getAttribute('data-verdict')}`))
    expect(shown).toEqual(report.connections.map((one) => `${one.resource_group}/${one.data_source} ${one.verdict}`))
  })
}

test('the start screen offers every sample', async ({ page }) => {
  await open(page)
  for (const name of Object.keys(SAMPLES)) await expect(page.locator(`[data-sample="${name}"]`).first()).toBeVisible()
  await page.locator('[data-sample="same-region"]').first().click()
  await expect(panel(page)).toHaveAttribute('data-scenario', 'same_account_same_region')
})

test('the whitelist card shows what is required and what is missing', async ({ page }) => {
  const [first] = (await check(sampleFile('same-region'))).connections
  await open(page, '#sample=same-region')
  const entries = await page
    .locator('[data-whitelist-entry]')
    .evaluateAll((all) => all.map((one) => `${one.getAttribute('data-whitelist-entry')} ${one.getAttribute('data-state')}`))
  for (const block of first.whitelist.missing) expect(entries).toContain(`${block.replace(/\/32$/, '')} missing`)
})

test('a sample opened over another one is marked as if it were the first', async ({ page }) => {
  const marks = () => page.locator('[data-canvas] [data-node]').evaluateAll((all) => all.map((one) => `${one.getAttribute('data-node')} ${one.getAttribute('data-status')}`).sort())
  await open(page, '#sample=data-center')
  await expect(page.locator('[data-node="idc"]')).toHaveAttribute('data-status', 'error')
  const first = await marks()
  await open(page, '#sample=same-region')
  await page.locator('[data-menu="samples"]').click()
  await page.locator('.menu [data-sample="data-center"]').click()
  await expect.poll(marks).toEqual(first)
})
