// The page inside another page: it shows and does not edit, keeps the reader's own plan to itself, and talks to its host.
import { cli, drag, expect, node, nodes, open, panel, ready, sampleDocument, sampleFile, test } from './support.mjs'

const commandsOf = (page) =>
  page.locator('[data-command]').evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-command')))].sort())

test('an embedded plan can be looked at and not changed', async ({ page }) => {
  await open(page, '?embed&lang=en#sample=other-region')
  await expect(panel(page)).toHaveAttribute('data-verdict', 'blocked')
  expect((await commandsOf(page)).filter((name) => !['copy-plan', 'fit', 'language', 'wheel', 'zoom-in', 'zoom-out'].includes(name))).toEqual([])
  const drawn = await nodes(page)
  const place = await node(page, 'orders').boundingBox()

  await drag(page, { x: place.x + 20, y: place.y + 10 }, { x: place.x - 80, y: place.y + 90 })
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+d')
  expect(await nodes(page)).toEqual(drawn)

  await page.locator('[data-command="fit"]').click()
  await node(page, 'orders').click()
  const fields = panel(page, 'inspector').locator('input, select, textarea')
  await expect(fields.first()).toBeVisible()
  for (const one of await fields.all()) await expect(one).toBeDisabled()
  for (const tick of await panel(page).locator('[data-step] input[type="checkbox"]').all()) await expect(tick).toBeDisabled()
})

test('an embedded page never shows what this browser keeps', async ({ page }) => {
  await open(page, '?lang=en#sample=same-region')
  await page.locator('[data-field="title"]').fill('Secret plan')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-saved="yes"]')).toBeAttached()
  await open(page, '?embed&lang=en')
  await expect(page.getByText('Secret plan')).toHaveCount(0)
  expect(await nodes(page)).toEqual([])
})

test('a copy of an embedded plan opens in a tab of its own', async ({ page, context }) => {
  await open(page, '?embed&lang=en#sample=internet')
  const [tab] = await Promise.all([context.waitForEvent('page'), page.locator('[data-command="copy-plan"]').click()])
  await ready(tab)
  expect(new URL(tab.url()).search).toBe('')
  expect(new URL(tab.url()).hash).toBe((await cli(['link', sampleFile('internet')])).trim())
  expect(await nodes(tab)).toEqual(await nodes(page))
})

test('a host loads a document, selects, hears the report and what is refused', async ({ page, baseURL }) => {
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Host</title>' }))
  await page.goto('./host.html')
  await page.evaluate((src) => {
    window.heard = []
    addEventListener('message', (event) => window.heard.push(event.data))
    const frame = document.createElement('iframe')
    Object.assign(frame, { src, width: 900, height: 500 })
    document.body.append(frame)
  }, `${baseURL}?embed&lang=en`)
  const heard = (type) => page.evaluate((type) => window.heard.filter((one) => one.type === type).at(-1), type)
  const tell = (message) => page.evaluate((message) => document.querySelector('iframe').contentWindow.postMessage(message, '*'), message)
  const frame = page.frameLocator('iframe')

  await expect.poll(() => heard('reachplan:ready')).toBeTruthy()
  await tell({ type: 'reachplan:load', document: sampleDocument('data-center') })
  await expect(frame.locator('[data-panel="verdict"]')).toHaveAttribute('data-scenario', 'outside_alibaba_cloud')
  await expect.poll(() => heard('reachplan:report')).toBeTruthy()
  const { report } = await heard('reachplan:report')
  expect(report).toEqual(JSON.parse(await cli(['check', sampleFile('data-center'), '--format', 'json'])))

  const source = sampleDocument('data-center').nodes.find((one) => one.kind === 'data_source').id
  await tell({ type: 'reachplan:select', id: source })
  await expect(frame.locator(`[data-node="${source}"]`)).toHaveAttribute('aria-selected', 'true')

  await tell({ type: 'reachplan:load', document: { reachplan: 1, nodes: [{ id: 'x', kind: 'planet' }] } })
  await expect.poll(async () => (await heard('reachplan:refused'))?.problems?.[0]?.path).toBe('nodes[0].kind')
  await expect(frame.locator('[data-panel="verdict"]')).toHaveAttribute('data-scenario', 'outside_alibaba_cloud')
})

test('the picture stands beside the result, and above it in a narrow frame', async ({ page }) => {
  await page.setViewportSize({ width: 960, height: 600 })
  await open(page, '?embed#sample=other-region')
  const wide = [await page.locator('[data-canvas]').boundingBox(), await panel(page).boundingBox()]
  expect(wide[0].x + wide[0].width).toBeLessThanOrEqual(wide[1].x + 1)
  await page.setViewportSize({ width: 420, height: 640 })
  await expect.poll(async () => (await panel(page).boundingBox()).y).toBeGreaterThan(100)
  const narrow = [await page.locator('[data-canvas]').boundingBox(), await panel(page).boundingBox()]
  expect(narrow[0].y + narrow[0].height).toBeLessThanOrEqual(narrow[1].y + 1)
  const seen = await node(page, 'orders').boundingBox()
  expect(seen.x + seen.width, 'the drawing fits anew').toBeLessThanOrEqual(420)
})

test('the example page embeds two scenarios', async ({ page }) => {
  await page.goto('./embed.html')
  await expect(page.locator('#region-verdict')).toContainText('blocked')
  await page.getByRole('button', { name: 'Show a data center instead' }).click()
  await expect(page.frameLocator('#internet').locator('[data-panel="verdict"]')).toHaveAttribute('data-scenario', 'outside_alibaba_cloud')
})
