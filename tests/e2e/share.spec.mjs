// A plan as a link: what the dialog offers, what opening it does, and that nothing of the reader's own is lost.
import { readFileSync } from 'node:fs'
import { cli, dialog, expect, node, nodes, open, panel, ready, run, sampleFile, select, test } from './support.mjs'

const linkOf = async (name) => (await cli(['link', sampleFile(name)])).trim()

test('the share dialog gives the link that the command line gives, and opening it shows the same plan', async ({ page, context }) => {
  await open(page, '?lang=en#sample=other-region')
  await run(page, 'share')
  const shared = await dialog(page, 'share').locator('[data-field="link"]').inputValue()
  const link = await linkOf('other-region')
  expect(shared.slice(shared.indexOf('#'))).toBe(link)
  expect(link.length, 'characters from the #').toBeLessThanOrEqual(400)
  await expect(dialog(page, 'share').locator('[data-length]')).toHaveAttribute('data-length', String(shared.length))

  await dialog(page, 'share').locator('[data-copy]').first().click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shared)

  const other = await context.newPage()
  await other.goto(shared)
  await ready(other)
  expect(await nodes(other)).toEqual(await nodes(page))
  await expect(panel(other)).toHaveAttribute('data-scenario', 'other_region')
})

test('a link opens as a copy: the plan of the reader stays, and Back returns to it', async ({ page }) => {
  await open(page, '?lang=en#sample=same-region')
  await select(page, 'orders')
  await page.keyboard.press('Delete')
  await expect(node(page, 'orders')).toHaveCount(0)
  await expect(page.locator('[data-saved="yes"]')).toBeAttached()
  const own = await nodes(page)

  const link = await linkOf('data-center')
  await page.evaluate((link) => (location.hash = link), link)
  await expect(panel(page)).toHaveAttribute('data-scenario', 'outside_alibaba_cloud')
  await page.goBack()
  await expect.poll(() => nodes(page)).toEqual(own)

  await page.goto('./')
  await ready(page)
  expect(await nodes(page)).toEqual(own)
})

test('the first edit of a shared plan makes it one’s own and takes it out of the address', async ({ page }) => {
  await open(page, await linkOf('internet'))
  await page.locator('[data-field="title"]').fill('Mine now')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('')
  await expect(page.locator('[data-saved="yes"]')).toBeAttached()
  await page.reload()
  await ready(page)
  await expect(page.locator('[data-field="title"]')).toHaveValue('Mine now')
})

for (const [what, change, says] of [
  ['damaged', (link) => link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), /damaged|changed/i],
  ['truncated', (link) => link.slice(0, -9), /end|incomplete|missing/i],
  ['newer', (link) => link.replace('#p1.', '#p9.'), /newer/i],
]) {
  test(`a ${what} link says so and changes nothing`, async ({ page }) => {
    await open(page, `?lang=en${change(await linkOf('internet'))}`)
    await expect(dialog(page, 'bad-link')).toContainText(says)
    await page.keyboard.press('Escape')
    await expect(dialog(page, 'bad-link')).toHaveCount(0)
    await expect(page.locator('[data-sample="internet"]').first()).toBeVisible()
  })
}

test('a damaged link that arrives while one works leaves the plan alone', async ({ page }) => {
  await open(page, '?lang=en#sample=internet')
  const drawn = await nodes(page)
  await page.evaluate(() => (location.hash = '#p1.AAAA'))
  await expect(dialog(page, 'bad-link')).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await nodes(page)).toEqual(drawn)
})

test('?select shows the element, and an unknown one is named', async ({ page }) => {
  await open(page, '?lang=en&select=orders#sample=other-region')
  await expect(node(page, 'orders')).toHaveAttribute('aria-selected', 'true')
  await expect(panel(page, 'inspector')).toContainText('Orders')
  await open(page, '?lang=en&select=nowhere#sample=other-region')
  await expect(page.getByText('nowhere').first()).toBeVisible()
})

test('a copy of the plan goes on by itself', async ({ page }) => {
  await open(page, '?lang=en#sample=same-region')
  await run(page, 'copy-plan')
  expect(await page.evaluate(() => location.hash)).toBe('')
  const { title } = JSON.parse(readFileSync(sampleFile('same-region'), 'utf8'))
  await expect(page.locator('[data-field="title"]')).not.toHaveValue('')
  await expect(page.locator('[data-field="title"]')).toHaveValue(new RegExp(title.slice(0, 10)))
})
