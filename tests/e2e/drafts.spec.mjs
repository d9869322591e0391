// What somebody is typing when the tab dies is there again: in its field, not applied, with its problem beside it.
import { canvas, command, expect, field, nodes, open, openFile, panel, ready, run, sampleDocument, select, test } from './support.mjs'

const saved = (page) => page.locator('[data-saved="yes"]')
const inspector = (page) => panel(page, 'inspector')
const fields = (page, name) => inspector(page).locator(`[data-field="${name}"]`)
const hint = (page) => page.locator('[data-draft]')
const cidrs = (page) => page.locator('[data-panel="inspector"] [data-field="cidr"]')
const drafts = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))

/** A plan in this browser; dying is leaving without a last word. */
async function mortal(page, document = sampleDocument('same-region')) {
  await page.addInitScript(() => {
    for (const name of ['pagehide', 'visibilitychange', 'blur']) window.addEventListener(name, (event) => event.stopImmediatePropagation(), true)
  })
  await open(page)
  await openFile(page, 'plan.json', JSON.stringify({ ...document, title: 'Plan' }))
  await expect(saved(page)).toBeAttached()
}

/** The tab dies a moment after the last key, and the plan is opened in another one. */
async function reborn(page, context, path = '') {
  await page.waitForTimeout(300)
  const next = await context.newPage()
  await page.close()
  await open(next, path)
  return next
}

/** Types over what stands in a field, key by key. */
async function type(page, where, text) {
  await where.fill('')
  await where.pressSequentially(text)
}

test('half a block survives the tab that dies, as it was: not applied, with its problem, its element selected', async ({ page, context }) => {
  await mortal(page)
  const [vswitch] = await nodes(page, 'vswitch')
  await select(page, vswitch)
  const before = await field(page, 'cidr').inputValue()
  await type(page, field(page, 'cidr'), '10.1.')
  await expect(field(page, 'cidr')).toHaveAttribute('aria-invalid', 'true')

  const next = await reborn(page, context)
  await expect(field(next, 'cidr')).toHaveValue('10.1.')
  await expect(field(next, 'cidr')).toHaveAttribute('aria-invalid', 'true')
  await expect(inspector(next).locator('.field__problem')).toBeVisible()
  await expect(hint(next)).toHaveCount(1)
  await expect(field(next, 'cidr'), 'heard with the field').toHaveAccessibleDescription(/not applied yet.+[.]/)
  await expect(await command(next, 'undo'), 'nothing was applied').toBeDisabled()

  // Escape brings the old text back, for good.
  await field(next, 'cidr').press('Escape')
  await expect(field(next, 'cidr')).toHaveValue(before)
  await expect(hint(next)).toHaveCount(0)
  await next.reload()
  await ready(next)
  await select(next, vswitch)
  await expect(field(next, 'cidr')).toHaveValue(before)
  expect(await drafts(next), 'nothing stays written down').toEqual([])
})

test('a draft is finished in the next tab and is then one step of undo', async ({ page, context }) => {
  await mortal(page)
  const [source] = await nodes(page, 'data_source')
  await select(page, source)
  const before = await field(page, 'whitelist').inputValue()
  await type(page, field(page, 'whitelist'), '10.9.0.0/16\n10.8.0.')
  const next = await reborn(page, context)
  await expect(field(next, 'whitelist')).toHaveValue('10.9.0.0/16\n10.8.0.')
  await field(next, 'whitelist').press('End')
  await field(next, 'whitelist').pressSequentially('0/16')
  await expect(hint(next), 'whoever types knows').toHaveCount(0)
  await field(next, 'whitelist').press('Control+Enter')
  await expect(field(next, 'whitelist')).toHaveValue('10.9.0.0/16\n10.8.0.0/16')
  expect(await drafts(next)).toEqual([])
  await run(next, 'undo')
  await expect(field(next, 'whitelist')).toHaveValue(before)
})

test('of fields with one name the draft comes back in its own', async ({ page, context }) => {
  const plan = sampleDocument('security-groups')
  const group = plan.nodes.find((node) => node.security_group)
  group.security_group.rules.push({ ...group.security_group.rules[0] }, { ...group.security_group.rules[0], ports: '22' })
  await mortal(page, plan)
  await select(page, group.id)
  const [peers, ports] = [fields(page, 'peer'), fields(page, 'ports')]
  await type(page, peers.nth(1), '10.7.')
  await type(page, ports.nth(2), '22-')

  const next = await reborn(page, context)
  const [peer, port] = [fields(next, 'peer'), fields(next, 'ports')]
  await expect(peer.nth(1)).toHaveValue('10.7.')
  await expect(port.nth(2)).toHaveValue('22-')
  for (const [other, value] of [[peer.nth(0), '10.1.2.0/24'], [peer.nth(2), '10.1.2.0/24'], [port.nth(0), '3306'], [port.nth(1), '3306']]) await expect(other).toHaveValue(value)
  await expect(hint(next)).toHaveCount(2)

  // Another rule takes the place of a row: it does not take the draft.
  await inspector(next).locator('.rule').nth(0).getByRole('button').click()
  await expect(peer).toHaveCount(2)
  await expect(port.nth(1)).toHaveValue('22')
})

test('a draft waits while another element is looked at, and goes with its own', async ({ page }) => {
  await mortal(page)
  const [vswitch] = await nodes(page, 'vswitch')
  const [source] = await nodes(page, 'data_source')
  await select(page, vswitch)
  await type(page, field(page, 'cidr'), '10.1.')
  await select(page, source)
  await expect(hint(page)).toHaveCount(0)
  await select(page, vswitch)
  await expect(field(page, 'cidr')).toHaveValue('10.1.')
  await expect(hint(page)).toHaveCount(1)
  await canvas(page).focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => drafts(page)).toEqual([])
})

test('a name that is typed in the drawing survives as well', async ({ page, context }) => {
  await mortal(page)
  const [source] = await nodes(page, 'data_source')
  await select(page, source)
  await canvas(page).focus()
  await page.keyboard.press('F2')
  await type(page, page.locator('.rename'), 'Orders of the ')
  const next = await reborn(page, context)
  await expect(field(next, 'name')).toHaveValue('Orders of the ')
  await expect(hint(next)).toHaveCount(1)
  await field(next, 'name').press('Enter')
  await expect(hint(next)).toHaveCount(0)
  expect(await drafts(next)).toEqual([])
})

test('half a title of the plan survives as well', async ({ page, context }) => {
  await mortal(page)
  const title = (one) => one.locator('.bar [data-field="title"]')
  await type(page, title(page), 'Orders of the ')
  const next = await reborn(page, context)
  await expect(title(next)).toHaveValue('Orders of the ')
  await title(next).press('Escape')
  await expect(title(next)).toHaveValue('Plan')
  expect(await drafts(next)).toEqual([])
  await type(next, title(next), 'Orders')
  await title(next).press('Enter')
  await next.reload()
  await ready(next)
  await expect(title(next)).toHaveValue('Orders')
})

test('a draft that was seen again and closed leads nobody back at the next reload', async ({ page, context }) => {
  await mortal(page)
  const [vswitch] = await nodes(page, 'vswitch')
  await select(page, vswitch)
  await type(page, field(page, 'cidr'), '10.1.')
  const next = await reborn(page, context)
  await expect(field(next, 'cidr')).toHaveValue('10.1.')
  await canvas(next).focus()
  await next.keyboard.press('Escape')
  await expect(field(next, 'cidr')).toHaveCount(0)
  await next.reload()
  await ready(next)
  await expect(cidrs(next)).toHaveCount(0)
  await select(next, vswitch)
  await expect(field(next, 'cidr'), 'it waits in its field').toHaveValue('10.1.')
})

test('of a sample that is only looked at, and of the plan that it becomes', async ({ page, context }) => {
  const path = '#sample=same-region'
  await mortal(page)
  await open(page, path)
  const [vswitch] = await nodes(page, 'vswitch')
  await select(page, vswitch)
  await type(page, field(page, 'cidr'), '10.1.')
  const next = await reborn(page, context, path)
  await expect(field(next, 'cidr')).toHaveValue('10.1.')
  await field(next, 'name').fill('Mine now')
  await field(next, 'name').press('Enter')
  await expect(saved(next)).toBeAttached()
  const last = await reborn(next, context)
  await expect(field(last, 'cidr')).toHaveValue('10.1.')
  // Opened afresh, the sample is as it always was.
  await last.locator('[data-menu="samples"]').click()
  await last.locator('.menu [data-sample="same-region"]').click()
  await select(last, vswitch)
  await expect(hint(last)).toHaveCount(0)
})

test('a second tab shows the draft, and lets it go when the first one applies it', async ({ page, context }) => {
  await mortal(page)
  const [source] = await nodes(page, 'data_source')
  await select(page, source)
  await type(page, field(page, 'port'), '3307')
  const other = await context.newPage()
  await open(other)
  await expect(field(other, 'port')).toHaveValue('3307')
  await expect(hint(other)).toHaveCount(1)
  await field(page, 'port').press('Enter')
  await expect(hint(other)).toHaveCount(0)
  await expect(await command(other, 'undo'), 'the edit came over').toBeEnabled()
  expect(await drafts(other)).toEqual([])
})

test('where the browser refuses to keep anything, fields are typed in as ever', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no', 'SecurityError')
    }
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError')
    }
  })
  await open(page, '#sample=same-region')
  const [vswitch] = await nodes(page, 'vswitch')
  await select(page, vswitch)
  await type(page, field(page, 'cidr'), '10.1.')
  await expect(field(page, 'cidr')).toHaveAttribute('aria-invalid', 'true')
  await field(page, 'cidr').pressSequentially('2.0/24')
  await field(page, 'cidr').press('Enter')
  await expect(field(page, 'cidr')).toHaveValue('10.1.2.0/24')
})
