// The page where it is not at its best: on paper, in forced colours, without motion, without storage, and broken.
import { breakPage, canvas, cli, expect, nodes, open, openFile, panel, plain, ready, run, sampleDocument, select, test } from './support.mjs'

for (const width of [1280, 700]) {
  test(`paper shows the whole drawing, every step and no controls, from ${width} px`, async ({ page }) => {
    await open(page, '#sample=other-account')
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ media: 'print' })
    const sheet = canvas(page)
    await expect(sheet).toBeVisible()
    for (const { id } of sampleDocument('other-account').nodes) {
      await expect
        .poll(async () => {
          const [paper, drawn] = [await sheet.boundingBox(), await canvas(page).locator(`[data-node="${id}"]`).boundingBox()]
          return drawn.x >= paper.x - 1 && drawn.y >= paper.y - 1 && drawn.x + drawn.width <= paper.x + paper.width + 1 && drawn.y + drawn.height <= paper.y + paper.height + 1
        }, { message: `${id} is on the paper` })
        .toBe(true)
    }
    await expect(panel(page, 'paper').locator('[data-paper] ol > li').first()).toBeVisible()
    for (const row of await panel(page, 'overview').locator('[data-connection-row]').all()) await expect(row).toBeVisible()
    for (const name of ['undo', 'language']) await expect(page.locator(`[data-command="${name}"]`).first()).toBeHidden()
    const hidden = await panel(page, 'paper').evaluate((paper) => paper.scrollHeight - paper.clientHeight)
    expect(hidden, 'nothing is left in a part that scrolls').toBeLessThanOrEqual(1)
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
  })
}

for (const language of ['en', 'zh']) {
  test(`paper has the runbook of every connection in ${language}, and the screen never has it`, async ({ page }) => {
    const text = JSON.stringify(sampleDocument('serverless'))
    await open(page, `?lang=${language}#sample=same-region`)
    await openFile(page, 'plan.json', text)
    await expect(page).toHaveTitle(/Serverless/)
    const paper = panel(page, 'paper')
    expect(await paper.textContent()).toBe('')
    // What the browser finds when it prints, and not what it finds a moment later.
    await page.evaluate(() => addEventListener('beforeprint', () => (window.printed = document.querySelector('[data-panel="paper"]').textContent)))
    await page.pdf({ format: 'A4' })
    const printed = await page.evaluate(() => window.printed)
    await expect.poll(() => paper.textContent(), { message: 'it is gone afterwards' }).toBe('')
    const report = JSON.parse(await cli(['check', '-', '--format', 'json', '--lang', language], text))
    expect(report.connections.length).toBeGreaterThan(1)
    for (const connection of report.connections) {
      for (const fact of connection.because) expect(printed).toContain(fact)
      for (const step of connection.steps) {
        expect(printed).toContain(step.text)
        if (step.state !== 'done') expect(printed).toContain(step.doc_url)
      }
      for (const block of connection.whitelist?.missing ?? []) expect(printed).toContain(block)
    }
  })
}

test('forced colours keep what is selected, what stops and what can be pressed apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open(page, '#sample=other-region')
  const [group] = await nodes(page, 'resource_group')
  const stroke = () => canvas(page).locator(`[data-node="${group}"] .shape`).first().evaluate((shape) => getComputedStyle(shape).stroke)
  const before = await stroke()
  await select(page, group)
  expect(await stroke(), 'the selection shows').not.toBe(before)
  const failing = panel(page).locator('[data-hop][data-status="fail"]').first()
  const passing = panel(page).locator('[data-hop][data-status="pass"]').first()
  const shape = (hop) => hop.locator('svg').last().evaluate((svg) => svg.innerHTML)
  expect(await shape(failing), 'a state has a shape of its own').not.toBe(await shape(passing))
  const border = await page.locator('[data-command="theme"]').evaluate((button) => getComputedStyle(button).borderTopColor)
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(border, 'buttons have an edge').not.toBe(ground)
})

test('reduced motion moves nothing by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '#sample=same-region')
  const longest = await page.evaluate(() => {
    const seconds = (list) => Math.max(...list.split(',').map((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 0.001 : 1)))
    return Math.max(...[...document.querySelectorAll('*')].map((one) => Math.max(seconds(getComputedStyle(one).transitionDuration), seconds(getComputedStyle(one).animationDuration))))
  })
  expect(longest).toBeLessThanOrEqual(0.001)
  await select(page, (await nodes(page, 'resource_group'))[0])
  expect(await page.evaluate(() => document.getAnimations().filter((one) => one.playState === 'running').length)).toBe(0)
})

test('a browser that keeps nothing is said, and the plan can still be saved as a file', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    Storage.prototype.setItem = refuse
    IDBFactory.prototype.open = refuse
  })
  await open(page, '#sample=same-region')
  await panel(page).locator('[data-action="bind"]').getByRole('checkbox').check()
  await expect(page.locator('[data-saved="no"]')).toBeVisible()
  await expect(page.locator('[data-saved="no"]')).toContainText('save it as a file')
  const [download] = await Promise.all([page.waitForEvent('download'), run(page, 'save')])
  expect(download.suggestedFilename()).toMatch(/[.]json$/)
})

for (const lang of ['en', 'zh']) {
  plain(`a defect ends in a page that offers the plan, ${lang}`, async ({ page }) => {
    const document = sampleDocument('same-region')
    await open(page, `?lang=${lang}`)
    await openFile(page, 'plan.json', JSON.stringify(document))
    await expect(page.locator('[data-saved="yes"]')).toBeAttached()
    await breakPage(page)
    await page.keyboard.press('?')
    const offer = page.locator('a[download]')
    await expect(offer).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Reachplan')
    const kept = JSON.parse(decodeURIComponent((await offer.getAttribute('href')).split(',').slice(1).join(',')))
    expect(kept.nodes.map(({ id }) => id).sort()).toEqual(document.nodes.map(({ id }) => id).sort())
    await page.goto('./')
    await ready(page)
    await expect.poll(() => nodes(page)).toHaveLength(document.nodes.length)
  })
}
