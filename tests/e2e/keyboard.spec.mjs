// Everything by the keyboard alone: the second row of the table from a blank plan to a copied whitelist entry, the outline
// as an editor, layouts without Latin letters, and input methods.
import { canvas, dialog, expect, field, node, nodes, open, panel, test } from './support.mjs'

const line = (page, id) => page.locator(`[data-outline="${id}"]`)
const focused = (page) => page.locator(':focus')
const fresh = async (page, kind, known) => (await nodes(page, kind)).find((id) => !known.includes(id))

/** Presses Tab until something has the focus, as a person without a mouse does. */
async function tabTo(page, target, key = 'Tab') {
  for (let press = 0; press < 150; press++) {
    if (await target.evaluateAll((all) => all.some((one) => one === document.activeElement))) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${target}`)
}

/** Walks the outline by arrow keys until the line of `id` has the focus. */
async function walkTo(page, id) {
  await tabTo(page, page.locator('[data-outline]'))
  await page.keyboard.press('Home')
  const all = await page.locator('[data-outline]').evaluateAll((all) => all.map((one) => one.dataset.outline))
  for (let at = all.indexOf(id); at > 0; at--) await page.keyboard.press('ArrowDown')
  await expect(line(page, id)).toBeFocused()
}

/** Adds something inside the place that has the focus, and keeps its name. */
async function addHere(page, kind, words) {
  const known = await nodes(page, kind)
  await page.keyboard.press('a')
  await expect(dialog(page, 'add')).toBeVisible()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await nodes(page, kind)).length).toBe(known.length + 1)
  const id = await fresh(page, kind, known)
  await expect(line(page, id).getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(line(page, id)).toBeFocused()
  return id
}

test('from a blank plan to a copied whitelist entry in another region', async ({ page }) => {
  test.setTimeout(60_000)
  await open(page)
  await tabTo(page, page.locator('[data-command="new"]'))
  await page.keyboard.press('Enter')
  await expect(canvas(page)).toBeVisible()
  await page.keyboard.press('o')
  await expect(focused(page)).toHaveAttribute('role', 'treeitem')
  const [account] = await nodes(page, 'account')
  const [near] = await nodes(page, 'region')

  await walkTo(page, near)
  const own = await addHere(page, 'vpc', 'vpc')
  const bound = await addHere(page, 'vswitch', 'vswitch')
  await walkTo(page, near)
  const group = await addHere(page, 'resource_group', 'data integration')
  await page.keyboard.press('c')
  await page.keyboard.type(bound)
  await page.keyboard.press('Enter')
  await expect(page.locator(`[data-binding="${group}/${bound}"]`)).toBeAttached()

  await walkTo(page, account)
  const far = await addHere(page, 'region', 'region')
  await tabTo(page, field(page, 'region'))
  await page.keyboard.type('China (Shangh')
  await expect(field(page, 'region')).toHaveValue('cn-shanghai')
  await walkTo(page, far)
  const other = await addHere(page, 'vpc', 'vpc')
  await addHere(page, 'vswitch', 'vswitch')
  const source = await addHere(page, 'data_source', 'rds mysql')
  await expect(panel(page)).toHaveAttribute('data-scenario', 'other_region')
  await expect(panel(page)).toHaveAttribute('data-data-source', source)

  await walkTo(page, own)
  await page.keyboard.press('c')
  await page.keyboard.type(other)
  await expect(dialog(page, 'connect').getByRole('option').first()).toContainText('CEN')
  await page.keyboard.press('Enter')
  const [attachment] = await page.locator('[data-attachment]').evaluateAll((all) => all.map((one) => one.dataset.attachment.split('/')[1]))
  expect([own, other]).toContain(attachment)

  await walkTo(page, source)
  await page.keyboard.press('r')
  await expect(panel(page).getByRole('heading').first()).toBeFocused()
  const entry = panel(page).locator('[data-whitelist-entry][data-state="missing"]').first()
  const block = await entry.getAttribute('data-whitelist-entry')
  expect(block).toMatch(/^10\..*\/24$/)
  await tabTo(page, entry.locator('[data-copy]'))
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(block)
})

test('the outline renames, moves, folds, deletes and takes back', async ({ page }) => {
  await open(page, '#sample=other-region')
  await page.keyboard.press('o')
  await walkTo(page, 'orders')
  await page.keyboard.press('F2')
  await page.keyboard.type('Bookings')
  await page.keyboard.press('Enter')
  await expect(line(page, 'orders')).toContainText('Bookings')
  await page.keyboard.press('F2')
  await page.keyboard.type('never mind')
  await page.keyboard.press('Escape')
  await expect(line(page, 'orders')).toContainText('Bookings')
  await expect(line(page, 'orders')).toBeFocused()

  // Where it may lie comes first; where it may not, the reason stands beside.
  await page.keyboard.press('m')
  const choices = dialog(page, 'move-into').getByRole('option')
  await expect(choices.filter({ hasText: 'VPC Hangzhou' }).first()).not.toHaveAttribute('aria-disabled')
  const refused = choices.filter({ hasText: 'Company' }).last()
  await expect(refused).toHaveAttribute('aria-disabled', 'true')
  await expect(refused).toContainText('A data source belongs to a network')
  await page.keyboard.type('vsw-dw')
  await page.keyboard.press('Enter')
  await expect(line(page, 'orders')).toHaveAttribute('aria-level', '5')
  await expect(page.locator('[data-announcement]')).toContainText('Bookings is now in vsw-dw')
  await expect(page.locator('[data-announcement]')).toContainText('Now: Same account, same region')

  await walkTo(page, 'vpc-hz')
  await page.keyboard.press('ArrowLeft')
  await expect(line(page, 'vpc-hz')).toHaveAttribute('aria-expanded', 'false')
  await expect(line(page, 'vsw-dw')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(line(page, 'vsw-dw')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(line(page, 'vpc-hz'), 'a folded or empty line leads outwards').toBeFocused()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await walkTo(page, 'warehouse')
  await page.keyboard.press('Delete')
  await expect(node(page, 'warehouse')).toHaveCount(0)
  await expect(focused(page), 'the line at its place has the focus').toHaveAttribute('role', 'treeitem')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(node(page, 'warehouse')).toHaveCount(1)
})

test('the menu of a line opens by a key, acts on that line, and gives the focus back', async ({ page }) => {
  await open(page, '#sample=other-region')
  await page.keyboard.press('o')
  await walkTo(page, 'orders')
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(line(page, 'orders')).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(node(page, 'orders')).toHaveCount(0)
})

test('what is said of an element tells what and where it is, and what blocks it', async ({ page }) => {
  await open(page, '#sample=other-region')
  const source = 'orders'
  const said = await node(page, source).getAttribute('aria-label')
  expect(said).toMatch(/^Orders, 10\.2\.3\.20:3306, RDS MySQL, in vsw-rds of VPC Shanghai, /)
  expect(said).toMatch(/, blocked: .*10\.1\.8\.0\/24/)
  await page.keyboard.press('o')
  expect((await line(page, source).textContent()).replace(/\s+/g, ' ')).toMatch(/, in .+ of .+, blocked: .+/)
})

test('several are brought into line and edited together, by menu, finder and form', async ({ page }) => {
  await open(page, '#sample=other-region')
  await page.keyboard.press('o')
  await walkTo(page, 'orders')
  await page.keyboard.press('Enter')
  await walkTo(page, 'warehouse')
  await page.keyboard.press('Control+Space')
  await expect(panel(page, 'inspector')).toContainText('2 elements selected')
  const top = async (id) => Math.round((await node(page, id).locator('.shape').first().boundingBox()).y)
  expect(await top('orders')).not.toBe(await top('warehouse'))
  await page.keyboard.press('/')
  await page.keyboard.type('align top')
  await page.keyboard.press('Enter')
  await expect.poll(async () => Math.abs((await top('orders')) - (await top('warehouse')))).toBeLessThan(2)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => Math.abs((await top('orders')) - (await top('warehouse')))).toBeGreaterThan(2)

  await expect(field(page, 'product')).toHaveValue('…')
  await field(page, 'note').fill('moves in June')
  await field(page, 'note').press('Tab')
  await walkTo(page, 'orders')
  await page.keyboard.press('Enter')
  await expect(field(page, 'note')).toHaveValue('moves in June')
  await walkTo(page, 'warehouse')
  await page.keyboard.press('Enter')
  await expect(field(page, 'note')).toHaveValue('moves in June')
})

test('letters work on layouts without Latin ones, and only where the layout has them', async ({ page }) => {
  await open(page, '#sample=other-region')
  await page.keyboard.press('o')
  await walkTo(page, 'orders')
  await page.keyboard.press('Delete')
  await expect(node(page, 'orders')).toHaveCount(0)
  const press = (key, code) =>
    page.evaluate(
      ([key, code]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey: true, bubbles: true, cancelable: true })),
      [key, code],
    )
  // French: the key at the place of Z is W, which is no command here.
  await press('w', 'KeyZ')
  await expect(node(page, 'orders')).toHaveCount(0)
  await press('я', 'KeyZ')
  await expect(node(page, 'orders'), 'Russian').toHaveCount(1)
})

test('nothing is a command while an input method composes', async ({ page }) => {
  await open(page, '#sample=other-region')
  await page.keyboard.press('o')
  await walkTo(page, 'orders')
  await page.keyboard.press('F2')
  const input = line(page, 'orders').getByRole('textbox')
  const client = await page.context().newCDPSession(page)
  await client.send('Input.imeSetComposition', { text: 'ding dan', selectionStart: 8, selectionEnd: 8 })
  await input.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true })
  await input.dispatchEvent('keydown', { key: 'Process', code: 'Enter', keyCode: 229 })
  await expect(input, 'still being named').toBeFocused()
  await client.send('Input.insertText', { text: '订单库' })
  await page.keyboard.press('Enter')
  await expect(line(page, 'orders')).toContainText('订单库')

  await line(page, 'orders').dispatchEvent('keydown', { key: 'Delete', code: 'Delete', isComposing: true })
  await expect(node(page, 'orders')).toHaveCount(1)
})

test('names that run from right to left keep their direction beside addresses', async ({ page }) => {
  await open(page, '#sample=other-region')
  await page.keyboard.press('o')
  await walkTo(page, 'orders')
  await page.keyboard.press('F2')
  await page.keyboard.insertText('طلبات (2)')
  await expect(line(page, 'orders').getByRole('textbox')).toHaveCSS('direction', 'rtl')
  await page.keyboard.press('Enter')
  await expect(field(page, 'name')).toHaveCSS('direction', 'rtl')
  await expect(field(page, 'addresses')).toHaveCSS('direction', 'ltr')
  await expect(line(page, 'orders').locator('.tree__name')).toHaveCSS('unicode-bidi', 'plaintext')
  await expect(node(page, 'orders')).toHaveAttribute('aria-label', /^طلبات \(2\), 10\.2\.3\.20:3306, /)
})

test('single keys can be turned off, and stay off', async ({ page }) => {
  await open(page, '#sample=other-region')
  await page.keyboard.press('?')
  await expect(dialog(page, 'keys')).toContainText('Ctrl+Shift+Z')
  await dialog(page, 'keys').getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await canvas(page).focus()
  await page.keyboard.press('?')
  await page.keyboard.press('/')
  await expect(page.locator('[data-dialog]')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+k')
  await expect(dialog(page, 'search')).toBeVisible()
})

for (const [lang, word] of [['en', 'Move into …'], ['zh', '移动到…']]) {
  test(`the list of keys has every command with a key, ${lang}`, async ({ page }) => {
    await open(page, `?lang=${lang}#sample=other-region`)
    await page.keyboard.press('?')
    const rows = dialog(page, 'keys').getByRole('row')
    await expect(rows.filter({ hasText: word })).toContainText('M')
    expect(await rows.count()).toBeGreaterThan(25)
  })
}
