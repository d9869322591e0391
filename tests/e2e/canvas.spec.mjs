// The drawing under the hand: the wheel, lines, what lies under what, the small map, tidying, and labels that can be read.
import { canvas, centre, drag, expect, freePoint, grip, node, nodes, open, openFile, run, select, test } from './support.mjs'

const selected = (page) => page.locator('[data-canvas] [data-node][aria-selected="true"]').evaluateAll((all) => all.map((one) => one.dataset.node))
const box = (page, id) => node(page, id).locator('.shape').first().boundingBox()
const zoom = async (page) => Number.parseFloat(await page.locator('.view-zoom').textContent())
const port = async (page, id, nth = 0) => {
  const from = await grip(page, id)
  await page.mouse.move(from.x, from.y)
  return centre(page.locator(`[data-port="${id}"]`).nth(nth))
}

test('a mouse wheel zooms at the pointer, a trackpad pans, and the wheel can be told', async ({ page }) => {
  await open(page, '#sample=other-region')
  const at = await grip(page, 'rg')
  const before = await zoom(page)
  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(0, -120)
  await expect.poll(() => zoom(page)).toBeGreaterThan(before * 1.15)
  const card = await box(page, 'rg')
  expect(card.x < at.x && at.x < card.x + card.width && card.y < at.y && at.y < card.y + card.height, 'still under the pointer').toBe(true)

  await page.waitForTimeout(300)
  const held = await zoom(page)
  for (let nth = 0; nth < 5; nth++) await page.mouse.wheel(3, 12)
  await expect.poll(async () => (await box(page, 'rg')).y).toBeLessThan(card.y - 30)
  expect(await zoom(page)).toBe(held)

  const wheel = page.locator('.view-controls [data-command="wheel"]')
  await wheel.click()
  await wheel.click()
  await expect(wheel).toHaveAttribute('data-wheel', 'pan')
  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(0, 120)
  expect(await zoom(page)).toBe(held)
  await page.reload()
  await expect(wheel, 'remembered').toHaveAttribute('data-wheel', 'pan')
})

test('a pinch as Safari tells it zooms, and the page stays as it is', async ({ page }) => {
  await open(page, '#sample=other-region')
  const before = await zoom(page)
  const prevented = await canvas(page).evaluate((surface) => {
    const { left, top } = surface.getBoundingClientRect()
    const tell = (name, scale) => {
      const event = Object.assign(new Event(name, { bubbles: true, cancelable: true }), { scale, clientX: left + 300, clientY: top + 300 })
      return !surface.dispatchEvent(event)
    }
    return [tell('gesturestart', 1), tell('gesturechange', 1.2), tell('gesturechange', 1.5)]
  })
  expect(prevented).toEqual([true, true, true])
  await expect.poll(async () => Math.round(((await zoom(page)) / before) * 10)).toBe(15)
})

test('the other button ends a drag, puts everything back and opens no menu', async ({ page }) => {
  await open(page, '#sample=other-region')
  const before = await box(page, 'orders')
  const at = await grip(page, 'orders')
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x - 40, at.y + 30, { steps: 4 })
  await page.mouse.down({ button: 'right' })
  await page.mouse.up({ button: 'right' })
  await page.mouse.up()
  await expect(page.locator('[role="menu"]').filter({ visible: true })).toHaveCount(0)
  // What is selected has a wider outline.
  const after = await box(page, 'orders')
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(3)
  await expect(page.locator('[data-command="undo"]').first()).toBeDisabled()
})

test('Alt and a click go through to what lies under, brackets out of a place and back in', async ({ page }) => {
  await open(page, '#sample=other-region')
  const at = await grip(page, 'orders')
  await page.mouse.click(at.x, at.y)
  expect(await selected(page)).toEqual(['orders'])
  await page.keyboard.down('Alt')
  for (const under of ['vsw-rds', 'vpc-sh', 'cn-shanghai']) {
    await page.mouse.click(at.x, at.y)
    await expect.poll(() => selected(page)).toEqual([under])
  }
  await page.keyboard.up('Alt')
  await page.mouse.click(at.x, at.y)
  await page.keyboard.press('[')
  await expect.poll(() => selected(page)).toEqual(['vsw-rds'])
  await page.keyboard.press('[')
  await expect.poll(() => selected(page)).toEqual(['vpc-sh'])
  await page.keyboard.press(']')
  await expect.poll(() => selected(page)).toEqual(['vsw-rds'])
})

test('a line that ends on bare ground offers what can be made there, joined, in one step', async ({ page }) => {
  await open(page, '#sample=other-region')
  const before = await nodes(page)
  const ground = await freePoint(page, 'cn-shanghai')
  await drag(page, await port(page, 'vpc-hz'), ground)
  await page.getByRole('menuitem', { name: 'New here, linked: VPC' }).click()
  await expect.poll(async () => (await nodes(page)).length).toBe(before.length + 1)
  const [made] = (await nodes(page)).filter((id) => !before.includes(id))
  await expect(page.locator(`[data-attachment$="/${made}"]`)).toHaveCount(1)
  await run(page, 'undo')
  await expect.poll(() => nodes(page)).toEqual(before)
  await expect(page.locator('[data-attachment$="/vpc-hz"]')).toHaveCount(1)
})

test('a line is drawn by two clicks as well, and ends at what is near', async ({ page }) => {
  await open(page, '#sample=other-region')
  const from = await port(page, 'rg', 2)
  await page.mouse.click(from.x, from.y)
  const target = await box(page, 'vsw-dw')
  const near = { x: target.x - 6, y: target.y + target.height - 12 }
  await page.mouse.move(near.x, near.y, { steps: 6 })
  await expect(node(page, 'vsw-dw')).toHaveAttribute('data-drop', 'allowed')
  await page.mouse.click(near.x, near.y)
  await expect(page.locator('[data-binding="rg/vsw-dw"]')).toHaveCount(1)
  await expect(page.locator('.stretch')).toHaveCount(0)

  const again = await port(page, 'rg', 2)
  await page.mouse.click(again.x, again.y)
  await page.mouse.move(again.x + 50, again.y + 60)
  await expect(page.locator('.stretch')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.locator('.stretch')).toHaveCount(0)
})

test('the end of a line is put on something else, in one step', async ({ page }) => {
  await open(page, '#sample=other-region')
  await select(page, 'rg')
  const end = await centre(page.locator('[data-fixed="rg"][data-loose="vsw-etl"]'))
  await drag(page, end, await freePoint(page, 'vsw-dw'))
  await expect(page.locator('[data-binding="rg/vsw-dw"]')).toHaveCount(1)
  await expect(page.locator('[data-binding="rg/vsw-etl"]')).toHaveCount(0)
  await run(page, 'undo')
  await expect(page.locator('[data-binding="rg/vsw-etl"]')).toHaveCount(1)
  await expect(page.locator('[data-binding="rg/vsw-dw"]')).toHaveCount(0)
})

test('a small map shows what is out of sight, leads there by pointer and keys, and is gone on a narrow page', async ({ page }) => {
  await open(page, '#sample=other-region')
  const map = page.locator('[data-minimap]')
  await expect(map, 'all is in sight').toHaveCount(0)
  const at = await grip(page, 'rg')
  await page.mouse.move(at.x, at.y)
  await page.keyboard.down('Control')
  for (let nth = 0; nth < 4; nth++) await page.mouse.wheel(0, -150)
  await page.keyboard.up('Control')
  await expect(map).toBeVisible()
  const before = await box(page, 'rg')
  const room = await map.boundingBox()
  await page.mouse.click(room.x + room.width - 10, room.y + room.height / 2)
  await expect.poll(async () => (await box(page, 'rg')).x).toBeLessThan(before.x - 100)
  await map.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  const there = (await box(page, 'rg')).x
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await box(page, 'rg')).x).toBeGreaterThan(there)
  await canvas(page).focus()
  await page.keyboard.press('n')
  await expect(map).toHaveCount(0)
  await page.keyboard.press('n')
  await page.setViewportSize({ width: 700, height: 800 })
  await expect(map).toBeHidden()
})

test('tidying one place leaves the rest, tidying around the selection keeps it, each one step', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, '#sample=other-region')
  // In the units of the drawing: the view changes with each step.
  const place = (id) => node(page, id).locator('.shape').first().evaluate((shape) => [Number(shape.getAttribute('x')), Number(shape.getAttribute('y'))])
  const apart = async (id, from) => Math.hypot(...(await place(id)).map((value, nth) => value - from[nth]))
  const away = async (id, dx, dy) => {
    const at = await grip(page, id)
    await drag(page, at, { x: at.x + dx, y: at.y + dy })
  }
  const command = async (text) => {
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await away('rg', 4, 90)
  await away('warehouse', 40, 24)
  const [group, source] = [await place('rg'), await place('warehouse')]
  await select(page, 'vpc-hz')
  await command('Tidy up in the selected place')
  await expect.poll(() => apart('warehouse', source)).toBeGreaterThan(8)
  expect(await apart('rg', group), 'the rest stays').toBe(0)
  await canvas(page).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => apart('warehouse', source), { message: 'undone in one step' }).toBe(0)

  await select(page, 'rg')
  await command('Tidy up, keep the selection')
  await expect.poll(() => apart('warehouse', source)).toBeGreaterThan(8)
  expect(await apart('rg', group), 'the selection keeps its place').toBe(0)
})

test('a selected connection offers the states of its attachments in place', async ({ page }) => {
  await open(page, '#sample=other-region')
  const hub = page.locator('[data-canvas] [data-connection]').first()
  const at = await centre(hub.locator('.shape'))
  await page.mouse.click(at.x, at.y)
  const states = page.getByRole('group', { name: 'State of the attachments' })
  await states.locator('select').first().selectOption('planned')
  await expect(page.locator('[data-attachment][data-state="planned"]')).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.locator('[data-attachment][data-state="planned"]')).toHaveCount(0)
})

test('what is deleted says what went with it', async ({ page }) => {
  await open(page, '#sample=other-region')
  await select(page, 'vpc-hz')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('status').filter({ hasText: 'deleted, with 3 elements in it, 1 association and 1 attachment' })).toBeVisible()
})

test('every label is at least 11 pixels high on the screen, or hidden', async ({ page }) => {
  await open(page, '#sample=data-center')
  const small = () =>
    page.evaluate(() => {
      const scale = new DOMMatrix(getComputedStyle(document.querySelector('.world')).transform).a
      const texts = [...document.querySelectorAll('.world text')].filter((text) => getComputedStyle(text).display !== 'none' && text.getBoundingClientRect().width > 0)
      return { shown: texts.length, small: texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * scale).filter((size) => size < 10.99) }
    })
  await canvas(page).focus()
  let shown = 0
  for (let nth = 0; nth < 14; nth++) {
    const found = await small()
    expect(found.small, await page.locator('.view-zoom').textContent()).toEqual([])
    shown += found.shown
    await page.keyboard.press('-')
  }
  expect(shown).toBeGreaterThan(0)
  expect((await small()).shown, 'far away there is none').toBe(0)
})

test('the reason why the path stops lies within the drawing', async ({ page }) => {
  for (const sample of ['other-region', 'security-groups', 'internet']) {
    await open(page, `?lang=zh#sample=${sample}`)
    const pill = await page.locator('.stop .pill').boundingBox()
    const area = await canvas(page).boundingBox()
    expect(pill.x >= area.x && pill.x + pill.width <= area.x + area.width, `${sample}: ${JSON.stringify(pill)}`).toBe(true)
    const texts = await page.locator('.stop text').evaluateAll((all) => all.map((text) => text.getBoundingClientRect().right))
    expect(Math.max(...texts)).toBeLessThanOrEqual(pill.x + pill.width)
  }
})

test('resting on something tells all of its name and detail, also what has no room', async ({ page }) => {
  await open(page, '#sample=other-region')
  const name = 'A resource group with a name that is far too long for any card'
  await select(page, 'rg')
  await page.locator('[data-panel="inspector"] [data-field="name"]').fill(name)
  await page.keyboard.press('Enter')
  const at = await grip(page, 'rg')
  await page.mouse.move(at.x, at.y)
  await expect(node(page, 'rg').locator('> title')).toHaveText(new RegExp(`^${name}\\s`))
  await page.mouse.move(at.x + 3, at.y + 1)
  await expect(node(page, 'rg').locator('> title'), 'one is enough').toHaveCount(1)
})

/** A region with so many resource groups that all of them together are mere specks. */
const crowd = () => {
  const groups = Array.from({ length: 900 }, (_, nth) => ({ id: `rg${nth}`, kind: 'resource_group', in: 'r', type: 'serverless' }))
  return { reachplan: 1, title: 'Crowd', nodes: [{ id: 'a', kind: 'account' }, { id: 'r', kind: 'region', in: 'a', region: 'cn-hangzhou' }, ...groups] }
}

test('from afar a large plan is shapes that can be read aloud; what comes near has its labels, the rest waits', async ({ page }) => {
  await open(page, '#sample=same-region')
  await openFile(page, 'crowd.json', JSON.stringify(crowd()))
  await expect.poll(async () => (await nodes(page)).length).toBe(902)
  await expect.poll(() => zoom(page)).toBeLessThan(16)
  const written = page.locator('[data-canvas] [data-node]:has(text)')
  await expect(written).toHaveCount(0)
  await expect(node(page, 'rg7')).toHaveAttribute('aria-label', /rg7/)

  const inSight = () =>
    page.evaluate(() => {
      const sight = document.querySelector('[data-canvas]').getBoundingClientRect()
      const all = [...document.querySelectorAll('[data-canvas] .card')].filter((card) => {
        const { left, right, top, bottom } = card.getBoundingClientRect()
        return right > sight.left && left < sight.right && bottom > sight.top && top < sight.bottom
      })
      return { seen: all.length, silent: all.filter((card) => !card.textContent.includes(card.dataset.node)).length }
    })
  await canvas(page).focus()
  await page.keyboard.press('Control+0')
  await expect.poll(() => zoom(page)).toBe(100)
  await expect.poll(inSight).toMatchObject({ silent: 0 })
  expect((await inSight()).seen, 'something is in sight').toBeGreaterThan(3)
  expect(await written.count(), 'what is out of sight is not written').toBeLessThan(100)

  await page.mouse.move((await canvas(page).boundingBox()).x + 300, (await canvas(page).boundingBox()).y + 200)
  for (let nth = 0; nth < 6; nth++) await page.mouse.wheel(3, 141)
  await expect.poll(inSight, { message: 'what is panned into sight is written too' }).toMatchObject({ silent: 0 })

  await run(page, 'fit')
  await expect.poll(() => zoom(page)).toBeLessThan(16)
  await expect(node(page, 'rg7').locator('.shape')).toBeVisible()
})

test('paper has the labels of what was too far away to be read on the screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await open(page, '#sample=other-region')
  await expect(node(page, 'orders').locator('.name')).toHaveCount(0)
  // What is there when the browser has printed, and not what comes a moment later.
  await page.evaluate(() => addEventListener('afterprint', () => (window.printed = document.querySelector('[data-node="orders"] .name')?.textContent)))
  await page.pdf({ format: 'A4', landscape: true })
  expect(await page.evaluate(() => window.printed)).toContain('Orders')
})
