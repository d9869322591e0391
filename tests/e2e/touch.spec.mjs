// Everything by fingers alone, on a telephone: the second row of the table from a blank plan to a copied whitelist entry,
// and what fingers mean on the drawing.
import { canvas, dialog, expect, field, node, nodes, open, panel, test } from './support.mjs'

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

const line = (page, id) => page.locator(`[data-outline="${id}"]`)
const view = async (page, name) => (await page.locator('.views button').filter({ hasText: name }).first()).tap()
const shape = (page, id) => node(page, id).locator('.shape').first().boundingBox()

/** Fingers, by the browser's own touch input. */
async function fingers(page) {
  const client = await page.context().newCDPSession(page)
  const send = (type, points, timestamp) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })), timestamp })
  return {
    down: (...points) => send('touchStart', points),
    move: (...points) => send('touchMove', points),
    up: (...points) => send('touchEnd', points),
    /** Two quick taps. When they were made is said with them and none is waited for, so a busy machine makes them no slower. */
    twice: (point) => {
      const start = Date.now() / 1000
      return Promise.all([0, 0.05, 0.15, 0.2].map((after, step) =>
        step % 2 ? send('touchEnd', [], start + after) : send('touchStart', [point], start + after)))
    },
  }
}

async function middle(page, id) {
  const { x, y, width, height } = await shape(page, id)
  return [x + width / 2, y + height / 2]
}

/** Adds something inside a place, by the buttons of the outline. */
async function addHere(page, place, kind, words) {
  const known = await nodes(page, kind)
  await line(page, place).tap()
  await page.locator('.outline [data-command="add"]').tap()
  await dialog(page, 'add').getByRole('combobox').tap()
  await page.keyboard.type(words)
  await dialog(page, 'add').getByRole('option').first().tap()
  await expect.poll(async () => (await nodes(page, kind)).length).toBe(known.length + 1)
  const id = (await nodes(page, kind)).find((id) => !known.includes(id))
  // The name may stay as it is: a tap elsewhere keeps it.
  await expect(line(page, id).getByRole('textbox')).toBeFocused()
  await line(page, place).tap()
  await expect(line(page, id).getByRole('textbox')).toHaveCount(0)
  return id
}

test('from a blank plan to a copied whitelist entry in another region', async ({ page }) => {
  test.setTimeout(60_000)
  await open(page)
  await page.locator('[data-command="new"]').tap()
  await view(page, 'Add')
  await page.locator('[data-command="outline"]').filter({ visible: true }).tap()
  const [account] = await nodes(page, 'account')
  const [near] = await nodes(page, 'region')
  const own = await addHere(page, near, 'vpc', 'vpc')
  const bound = await addHere(page, own, 'vswitch', 'vswitch')
  const group = await addHere(page, near, 'resource_group', 'data integration')
  await line(page, group).tap()
  await page.locator('.outline [data-command="connect"]').tap()
  await dialog(page, 'connect').getByRole('option').filter({ hasText: bound }).tap()
  await expect(page.locator(`[data-binding="${group}/${bound}"]`)).toBeAttached()

  const far = await addHere(page, account, 'region', 'region')
  await line(page, far).tap()
  await view(page, 'Result')
  await field(page, 'region').selectOption('cn-shanghai')
  await view(page, 'Add')
  const other = await addHere(page, far, 'vpc', 'vpc')
  const inner = await addHere(page, other, 'vswitch', 'vswitch')
  const source = await addHere(page, inner, 'data_source', 'rds mysql')
  await line(page, own).tap()
  await page.locator('.outline [data-command="connect"]').tap()
  await dialog(page, 'connect').getByRole('option').filter({ hasText: other }).filter({ hasText: 'CEN' }).tap()

  await line(page, source).tap()
  await page.locator('.outline [data-command="result"]').tap()
  await expect(panel(page)).toHaveAttribute('data-scenario', 'other_region')
  const entry = panel(page).locator('[data-whitelist-entry][data-state="missing"]').first()
  const block = await entry.getAttribute('data-whitelist-entry')
  await entry.locator('[data-copy]').tap()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(block)
})

test('a second finger takes back what the first moves, and pinches', async ({ page }) => {
  await open(page, '#sample=other-region')
  await view(page, 'Drawing')
  const touch = await fingers(page)
  const before = await shape(page, 'rg')
  const [x, y] = await middle(page, 'rg')
  await touch.down([x, y])
  await touch.move([x + 10, y + 10])
  await touch.move([x + 40, y + 60])
  await expect.poll(async () => (await shape(page, 'rg')).y).toBeGreaterThan(before.y + 20)
  await touch.down([x + 40, y + 60], [x + 100, y + 60])
  // Its middle: a selected card has a wider border.
  await expect.poll(async () => (await middle(page, 'rg')).map(Math.round), { message: 'put back' }).toEqual([x, y].map(Math.round))
  for (let step = 1; step <= 6; step++) await touch.move([x + 40 - step * 5, y + 60], [x + 100 + step * 5, y + 60])
  await touch.up()
  const after = await shape(page, 'rg')
  expect(after.width / before.width, 'twice as wide').toBeGreaterThan(1.7)
  expect(after.width / before.width).toBeLessThan(2.3)
  await expect(page.locator('[data-command="undo"]').first(), 'nothing was edited').toBeDisabled()
})

test('two taps fit what is there, two fingers undo and say so', async ({ page }) => {
  await open(page, '#sample=other-region')
  await view(page, 'Drawing')
  const touch = await fingers(page)
  const before = await shape(page, 'orders')
  await touch.twice(await middle(page, 'orders'))
  await expect.poll(async () => (await shape(page, 'orders')).width).toBeGreaterThan(before.width * 1.5)
  await expect(page.locator('.rename')).toHaveCount(0)

  await page.keyboard.press('Delete')
  await expect(node(page, 'orders')).toHaveCount(0)
  const area = await canvas(page).boundingBox()
  const [a, b] = [[area.x + 60, area.y + 200], [area.x + 160, area.y + 200]]
  await Promise.all([touch.down(a), touch.down(a, b), touch.up(a), touch.up()])
  await expect(node(page, 'orders')).toHaveCount(1)
  await expect(page.getByText('Undone: delete').first()).toBeVisible()
})

test('a finger that rests opens the menu, one that moves does not', async ({ page }) => {
  await open(page, '#sample=other-region')
  await view(page, 'Drawing')
  const touch = await fingers(page)
  const [x, y] = await middle(page, 'rg')
  await touch.down([x, y])
  await touch.move([x, y + 12])
  await page.waitForTimeout(700)
  await expect(page.getByRole('menu')).toHaveCount(0)
  await touch.up()
  const [u, v] = await middle(page, 'orders')
  await touch.down([u, v])
  await expect(page.getByRole('menu')).toBeVisible()
  await touch.up()
  await expect(node(page, 'orders')).toHaveAttribute('aria-selected', 'true')
  const row = await page.getByRole('menuitem').first().boundingBox()
  expect(row.height).toBeGreaterThanOrEqual(44)
  await page.getByRole('menuitem', { name: 'Delete' }).tap()
  await expect(node(page, 'orders')).toHaveCount(0)
})

test('however small the drawing is, a finger hits what it is near to', async ({ page }) => {
  await open(page, '#sample=other-region')
  await view(page, 'Drawing')
  const card = await shape(page, 'orders')
  expect(card.height, 'smaller than a finger').toBeLessThan(30)
  await page.touchscreen.tap(card.x + card.width / 2, card.y + card.height / 2 + 21)
  await expect(node(page, 'orders')).toHaveAttribute('aria-selected', 'true')
})

test('buttons stand in for keys held down', async ({ page }) => {
  await open(page, '#sample=other-region')
  await view(page, 'Drawing')
  const touch = await fingers(page)
  await page.locator('[data-hold="several"]').tap()
  for (const id of ['orders', 'warehouse']) await page.touchscreen.tap(...(await middle(page, id)))
  for (const id of ['orders', 'warehouse']) await expect(node(page, id)).toHaveAttribute('aria-selected', 'true')
  await page.locator('[data-hold="several"]').tap()
  await page.locator('[data-hold="copy"]').tap()
  await expect(page.locator('[data-hold="copy"]')).toHaveAttribute('aria-pressed', 'true')
  const area = await canvas(page).boundingBox()
  await page.touchscreen.tap(area.x + 20, area.y + 20)
  const [x, y] = await middle(page, 'rg')
  await touch.down([x, y])
  for (let step = 1; step <= 5; step++) await touch.move([x, y + step * 12])
  await touch.up()
  await expect(node(page, 'rg-2')).toHaveCount(1)
})

for (const lang of ['en', 'zh']) {
  test(`whatever is touched is 44 pixels high, ${lang}`, async ({ page }) => {
    const small = () =>
      page.locator('button, select, input:not([type="checkbox"], [type="file"]), summary, [role="treeitem"], [role="option"]:not(g)').evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 0)
          .filter((one) => one.getBoundingClientRect().height < 43.5 || (one.tagName === 'BUTTON' && one.getBoundingClientRect().width < 43.5))
          .map((one) => `${one.outerHTML.slice(0, 120)} ${Math.round(one.getBoundingClientRect().width)}×${Math.round(one.getBoundingClientRect().height)}`),
      )
    await open(page, `?lang=${lang}`)
    expect(await small(), 'start').toEqual([])
    await open(page, `?lang=${lang}#sample=other-region`)
    const views = page.locator('.views button')
    for (let at = 0; at < 3; at++) {
      await views.nth(at).tap()
      expect(await small(), `view ${at}`).toEqual([])
    }
    await page.locator('[data-command="outline"]').filter({ visible: true }).first().tap()
    await line(page, 'orders').tap()
    expect(await small(), 'outline').toEqual([])
    await views.nth(0).tap()
    expect(await small(), 'form').toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, 'nothing makes the page scroll sideways').toBeLessThanOrEqual(0)
  })
}
