// How the editor feels: copies, snapping, the view that follows, menus, and everything without a mouse.
import { canvas, dialog, drag, expect, freePoint, grip, node, nodes, open, panel, run, select, test } from './support.mjs'

const box = (page, id) => node(page, id).locator('.shape').first().boundingBox()
const near = (a, b, by = 1) => expect(Math.abs(a - b), `${a} is ${b}`).toBeLessThanOrEqual(by)
const selected = (page) => page.locator('[data-canvas] [data-node][aria-selected="true"]').evaluateAll((all) => all.map((one) => one.dataset.node).sort())

test('what is copied in one tab is pasted in another, with ids of its own', async ({ page, context }) => {
  await open(page, '#sample=other-region')
  await select(page, 'orders')
  await page.keyboard.press('ControlOrMeta+c')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(node(page, 'orders-2')).toHaveAttribute('aria-selected', 'true')
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())).reachplan, 'the clipboard holds a document').toBe(1)

  const other = await context.newPage()
  await open(other, '#sample=same-region')
  const before = await nodes(other)
  await other.bringToFront()
  await canvas(other).focus()
  await other.keyboard.press('ControlOrMeta+v')
  await expect.poll(async () => (await nodes(other)).length).toBe(before.length + 1)
  await other.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => nodes(other)).toEqual(before)
})

test('cut removes, and a foreign text pastes nothing but says so', async ({ page }) => {
  await open(page, '#sample=other-region')
  await select(page, 'warehouse')
  await page.keyboard.press('ControlOrMeta+x')
  await expect(node(page, 'warehouse')).toHaveCount(0)
  await page.evaluate(() => navigator.clipboard.writeText('SELECT 1'))
  const before = await nodes(page)
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByText('What was copied is no part of a plan')).toBeVisible()
  expect(await nodes(page)).toEqual(before)
})

test('a duplicated VPC takes the next free block, in one step', async ({ page }) => {
  await open(page, '#sample=other-region')
  await select(page, 'vpc-sh')
  await page.keyboard.press('ControlOrMeta+d')
  await expect(node(page, 'vpc-sh-2')).toHaveAttribute('aria-selected', 'true')
  await expect(panel(page, 'inspector').locator('[data-field="cidrs"]').first()).toHaveValue('10.3.0.0/16')
  await run(page, 'undo')
  await expect(node(page, 'vpc-sh-2')).toHaveCount(0)
})

test('dragging with Alt leaves the original and puts a copy down', async ({ page }) => {
  await open(page, '#sample=other-region')
  const from = await grip(page, 'warehouse')
  const place = await freePoint(page, 'vsw-etl')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(place.x, place.y, { steps: 8 })
  await page.keyboard.down('Alt')
  await page.mouse.move(place.x + 1, place.y)
  await page.mouse.up()
  await page.keyboard.up('Alt')
  await expect(node(page, 'warehouse-2')).toHaveCount(1)
  await expect(node(page, 'warehouse')).toHaveCount(1)
})

test('a dragged card meets the edge of its neighbour, unless Ctrl is held', async ({ page }) => {
  await open(page, '#sample=other-region')
  const [own, other] = [await box(page, 'rg'), await box(page, 'vpc-hz')]
  const from = await grip(page, 'rg')
  const to = { x: from.x, y: from.y + (other.y + other.height - own.y) + 5 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y + 8)
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await expect(page.locator('.guide')).toHaveCount(1)
  // What is selected has a wider outline; unsnapped it would be five away.
  near((await box(page, 'rg')).y, other.y + other.height, 1.5)
  await page.keyboard.down('Control')
  await page.mouse.move(to.x, to.y + 1)
  near((await box(page, 'rg')).y, own.y + (to.y + 1 - from.y))
  await page.keyboard.up('Control')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  near((await box(page, 'rg')).y, own.y)
})

test('the view moves while something is dragged to the edge, and the thing stays under the pointer', async ({ page }) => {
  await open(page, '#sample=other-region')
  const area = await canvas(page).boundingBox()
  const from = await grip(page, 'orders')
  const region = await box(page, 'cn-hangzhou')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const edge = { x: area.x + area.width - 6, y: from.y }
  await page.mouse.move(edge.x, edge.y, { steps: 6 })
  await expect.poll(async () => (await box(page, 'cn-hangzhou')).x, { message: 'the drawing moves' }).toBeLessThan(region.x - 60)
  const card = await box(page, 'orders')
  expect(card.x <= edge.x && edge.x <= card.x + card.width, 'under the pointer').toBe(true)
  await page.keyboard.press('Escape')
  await page.mouse.up()
})

test('a frame drawn to the right takes what it holds, to the left what it touches', async ({ page }) => {
  await open(page, '#sample=other-region')
  const card = await box(page, 'rg')
  const start = await freePoint(page, 'cn-hangzhou')
  // Part of the card, from the free ground of the region; lines start at the dot below its middle.
  const middle = { x: card.x + card.width * 0.8, y: card.y + card.height + 6 }
  const top = { x: card.x + card.width * 0.8, y: card.y + card.height / 2 }
  expect(start).toBeTruthy()
  await drag(page, { x: card.x - 4, y: card.y + card.height + 6 }, { x: middle.x, y: top.y })
  expect(await selected(page)).toEqual([])
  await drag(page, { x: middle.x, y: middle.y + 2 }, { x: card.x - 4, y: top.y })
  expect(await selected(page)).toEqual(['rg'])
})

test('the menu of the selection opens by the other button and by a key, and every line shows its key', async ({ page }) => {
  await open(page, '#sample=other-region')
  const at = await grip(page, 'orders')
  await page.mouse.click(at.x, at.y, { button: 'right' })
  const menu = page.locator('[role="menu"]').filter({ visible: true })
  await expect(menu.locator('[data-command="delete"]')).toContainText('Del')
  await expect(node(page, 'orders')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await page.keyboard.press('Shift+F10')
  await expect(menu.locator('[role="menuitem"]').first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(node(page, 'orders'), 'the last line deletes').toHaveCount(0)
})

test('one box finds an address, runs a command and adds a product', async ({ page }) => {
  await open(page, '#sample=other-region')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('10.2.3.77')
  await expect(dialog(page, 'search').getByRole('option').first()).toContainText('vsw-rds')
  await page.keyboard.press('Enter')
  expect(await selected(page)).toEqual(['vsw-rds'])

  await page.keyboard.press('/')
  await page.keyboard.type('postgresql')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-canvas] [data-kind="data_source"]')).toHaveCount(3)
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('undo')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-canvas] [data-kind="data_source"]')).toHaveCount(2)
})

test('the offer to take a deletion back is there until anything else is done', async ({ page }) => {
  await open(page, '?lang=en#sample=other-region')
  const offer = page.locator('.toast').getByRole('button', { name: 'Undo' })
  await select(page, 'orders')
  await page.keyboard.press('Delete')
  await expect(offer).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(node(page, 'orders')).toHaveCount(1)
  await expect(offer, 'it would take back something else now').toHaveCount(0)
  await select(page, 'orders')
  await page.keyboard.press('Delete')
  await offer.click()
  await expect(node(page, 'orders')).toHaveCount(1)
})

test('one key leads to the fields of what is selected', async ({ page }) => {
  await open(page, '?lang=en#sample=other-region')
  await select(page, 'orders')
  await page.keyboard.press('i')
  await expect(page.locator('[data-panel="inspector"] [data-field="name"]')).toBeFocused()
})

test('what is called just so comes first in the box', async ({ page }) => {
  await open(page, '?lang=en#sample=other-region')
  for (const [words, first] of [['cen', 'CEN'], ['vpc', 'VPC'], ['VPC Hangzhou', 'VPC Hangzhou']]) {
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type(words)
    await expect(dialog(page, 'search').getByRole('option').first()).toContainText(first)
    await page.keyboard.press('Escape')
  }
})

test('a dialog that is asked for in the box opens and stays open', async ({ page }) => {
  await open(page, '?lang=en#sample=other-region')
  for (const [words, name] of [['share', 'share'], ['compare plan', 'compare'], ['keys', 'keys'], ['plans', 'plans']]) {
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await expect(dialog(page, name)).toBeVisible()
    await expect(dialog(page, 'search')).toHaveCount(0)
    await page.waitForTimeout(200)
    await expect(dialog(page, name), `${name} stays`).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog')).toHaveCount(0)
  }
})

test('a resource group is bound without a mouse', async ({ page }) => {
  await open(page, '#sample=other-region')
  await select(page, 'rg')
  await page.keyboard.press('c')
  await page.keyboard.type('vsw-dw')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-binding="rg/vsw-dw"]')).toHaveCount(1)
})

test('a dissolved VPC is refused, a dissolved vSwitch leaves what was in it', async ({ page }) => {
  await open(page, '#sample=other-region')
  await select(page, 'vpc-sh')
  await page.keyboard.press('ControlOrMeta+Shift+g')
  await expect(page.getByText('A vSwitch belongs to a VPC')).toBeVisible()
  await select(page, 'vsw-rds')
  await page.keyboard.press('ControlOrMeta+Shift+g')
  await expect(node(page, 'vsw-rds')).toHaveCount(0)
  await expect(node(page, 'orders')).toHaveCount(1)
})

test('there is a way back when the drawing is out of sight, and undo brings the change into it', async ({ page }) => {
  await open(page, '#sample=other-region')
  await select(page, 'orders')
  await page.keyboard.press('ArrowRight')
  const area = await canvas(page).boundingBox()
  await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2)
  await page.keyboard.down('Shift')
  await page.mouse.wheel(0, 20000)
  await page.keyboard.up('Shift')
  const back = page.getByRole('button', { name: 'Back to the drawing' })
  await expect(back).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(back).toHaveCount(0)
  const card = await box(page, 'orders')
  expect(card.y > area.y && card.y < area.y + area.height).toBe(true)
})
