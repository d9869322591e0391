// Every field of the inspector: what is wrong is refused beside the field, what was meant is one click away, and what is
// right stands in the saved document.
import { readFile } from 'node:fs/promises'
import { canvas, command, expect, open, openFile, panel, run, select, test } from './support.mjs'

const PLAN = {
  reachplan: 1,
  title: 'Every form',
  nodes: [
    { id: 'a', kind: 'account' },
    { id: 'r', kind: 'region', in: 'a', region: 'cn-hangzhou' },
    { id: 'v', kind: 'vpc', in: 'r', cidrs: ['10.1.0.0/16'] },
    { id: 'w1', kind: 'vswitch', in: 'v', cidr: '10.1.1.0/24' },
    { id: 'w2', kind: 'vswitch', in: 'v', cidr: '10.1.2.0/24' },
    { id: 'nat', kind: 'nat_gateway', in: 'v' },
    { id: 'v2', kind: 'vpc', in: 'r', cidrs: ['10.2.0.0/16'] },
    { id: 'rg', kind: 'resource_group', in: 'r', type: 'serverless', bindings: [{ vswitch: 'w1' }, { vswitch: 'w2' }] },
    { id: 'd', kind: 'data_source', in: 'w1', product: 'self_managed_mysql', whitelist: 'none' },
    { id: 'idc', kind: 'data_center' },
    { id: 'cloud', kind: 'other_cloud' },
  ],
  connections: [
    { id: 'vpn', kind: 'vpn_gateway', attachments: [{ network: 'v' }, { network: 'idc' }] },
    { id: 'cen', kind: 'cen', attachments: [{ network: 'v' }, { network: 'idc' }, { network: 'cloud' }] },
  ],
  tasks: [{ id: 't', resource_group: 'rg', reads: 'd' }],
}

const inspector = (page) => panel(page, 'inspector')
const input = (page, name, at = 0) => inspector(page).locator(`[data-field="${name}"]`).nth(at)
const message = (page) => page.getByRole('status').first()

test.beforeEach(async ({ page }) => {
  await open(page)
  await openFile(page, 'plan.json', JSON.stringify(PLAN))
  await expect(canvas(page).locator('[data-node="nat"]')).toBeAttached()
})

/** The document as the page saves it. */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), run(page, 'save')])
  return JSON.parse(await readFile(await download.path(), 'utf8'))
}

/** One element of the saved document. */
async function kept(page, id) {
  const document = await saved(page)
  return [...document.nodes, ...document.connections, ...(document.tasks ?? [])].find((one) => one.id === id)
}

/** Types what cannot be taken: it is refused beside the field, in words, and nothing enters the plan. */
async function refuses(page, field, wrong, word = '') {
  const before = await saved(page)
  await field.fill(wrong)
  await field.press('Tab')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  const reason = page.locator(`[id="${await field.getAttribute('aria-describedby')}"]`)
  await expect(reason).toContainText(word)
  await expect(reason).not.toBeEmpty()
  expect(await saved(page)).toEqual(before)
  return reason
}

/** Types what is nearly right, and takes the offered canonical form. */
async function repairs(page, field, nearly, meant) {
  const reason = await refuses(page, field, nearly)
  await reason.getByRole('button', { name: meant }).click()
  await expect(field).not.toHaveAttribute('aria-invalid', 'true')
}

async function type(field, text) {
  await field.fill(text)
  await field.press('Tab')
  await expect(field).not.toHaveAttribute('aria-invalid', 'true')
}

test('a NAT gateway', async ({ page }) => {
  await select(page, 'nat')
  await repairs(page, input(page, 'eips'), '203.0.113.0/24', '203.0.113.0')
  expect((await kept(page, 'nat')).eips).toEqual(['203.0.113.0'])
  await type(input(page, 'eips'), '203.0.113.7, 203.0.113.8\n203.0.113.9')
  expect((await kept(page, 'nat')).eips).toEqual(['203.0.113.7', '203.0.113.8', '203.0.113.9'])
  const states = (legend) => inspector(page).getByRole('group', { name: legend, exact: true }).last()
  await inspector(page).getByRole('button', { name: 'None' }).first().click()
  expect((await kept(page, 'nat')).eips).toEqual([])

  await states('SNAT entries for').getByRole('button', { name: 'the whole VPC' }).click()
  expect((await kept(page, 'nat')).snat).toBe('vpc')
  await expect(input(page, 'snat', 0)).toBeChecked()
  await expect(input(page, 'snat', 1)).toBeChecked()
  await input(page, 'snat', 0).click()
  expect((await kept(page, 'nat')).snat).toEqual(['w2'])
  await input(page, 'snat', 0).click()
  expect((await kept(page, 'nat')).snat.sort()).toEqual(['w1', 'w2'])
  await states('SNAT entries for').getByRole('button', { name: 'Not known' }).click()
  expect(await kept(page, 'nat')).not.toHaveProperty('snat')
})

for (const [id, more] of [['v', 'cloud_id'], ['idc', undefined], ['cloud', 'provider']]) {
  test(`the routes of ${id}`, async ({ page }) => {
    await select(page, id)
    await repairs(page, input(page, 'cidrs'), '10.9.0.7/16', '10.9.0.0/16')
    expect((await kept(page, id)).cidrs).toEqual(['10.9.0.0/16'])
    await type(input(page, 'cidrs'), '10.9.0.0/16；10.10.0.0/16')
    expect((await kept(page, id)).cidrs).toEqual(['10.9.0.0/16', '10.10.0.0/16'])

    // The field under the table adds an entry, with the first connection as its next hop.
    await repairs(page, input(page, 'routes'), '192.168.0.5/16', '192.168.0.0/16')
    expect((await kept(page, id)).routes).toEqual([{ to: '192.168.0.0/16', via: 'cen' }])
    await expect(input(page, 'routes')).toHaveValue('')
    await refuses(page, input(page, 'to'), '192.168.')
    await refuses(page, input(page, 'to'), '')
    await type(input(page, 'to'), '172.16.0.0/12')
    if (id !== 'cloud') await input(page, 'via').selectOption('vpn')
    expect((await kept(page, id)).routes).toEqual([{ to: '172.16.0.0/12', via: id === 'cloud' ? 'cen' : 'vpn' }])
    await inspector(page).getByRole('button', { name: 'Remove' }).click()
    expect(await kept(page, id)).not.toHaveProperty('routes')

    if (more) {
      await type(input(page, more), 'one-of-ours')
      expect((await kept(page, id))[more]).toBe('one-of-ours')
    }
  })
}

test('a connection', async ({ page }) => {
  await canvas(page).locator('[data-connection="cen"]').click()
  // Three networks, one of them no VPC: a peering cannot hold them.
  await input(page, 'kind').selectOption('vpc_peering')
  await expect(message(page)).not.toBeEmpty()
  await expect(input(page, 'kind')).toHaveValue('cen')
  expect((await kept(page, 'cen')).kind).toBe('cen')

  await input(page, 'attachments').selectOption('v2')
  await expect(input(page, 'attachments'), 'the prompt is back').toHaveValue('')
  await input(page, 'state', 3).selectOption('pending')
  await input(page, 'state', 0).selectOption('planned')
  await inspector(page).getByRole('button', { name: 'Remove' }).nth(2).click()
  expect((await kept(page, 'cen')).attachments).toEqual([{ network: 'v', state: 'planned' }, { network: 'idc' }, { network: 'v2', state: 'pending' }])

  await input(page, 'routes').selectOption('manual')
  await refuses(page, input(page, 'bandwidth_mbps'), 'fast', '0')
  await refuses(page, input(page, 'bandwidth_mbps'), '-1')
  await type(input(page, 'bandwidth_mbps'), '100.5')
  await input(page, 'edition').selectOption('enterprise')
  await type(input(page, 'name'), 'Backbone')
  expect(await kept(page, 'cen')).toMatchObject({ name: 'Backbone', routes: 'manual', bandwidth_mbps: 100.5, edition: 'enterprise' })
  await type(input(page, 'bandwidth_mbps'), '0')
  expect((await kept(page, 'cen')).bandwidth_mbps, 'none bought').toBe(0)
  await type(input(page, 'bandwidth_mbps'), '')
  expect(await kept(page, 'cen')).not.toHaveProperty('bandwidth_mbps')

  await inspector(page).getByRole('button', { name: 'Remove' }).nth(1).click()
  await input(page, 'kind').selectOption('vpc_peering')
  const peering = await kept(page, 'cen')
  expect(peering.kind).toBe('vpc_peering')
  expect(peering, 'what only a CEN has').not.toHaveProperty('edition')
})

test('a task', async ({ page }) => {
  await inspector(page).getByRole('button', { expanded: false }).click()
  await inspector(page).getByRole('button', { name: 't', exact: true }).click()
  await input(page, 'reads').selectOption('')
  await expect(message(page), 'a task without ends is none').not.toBeEmpty()
  await expect(input(page, 'reads')).toHaveValue('d')
  await input(page, 'writes').selectOption('d')
  await input(page, 'reads').selectOption('')
  await input(page, 'mode').selectOption('batch')
  await refuses(page, input(page, 'threads'), '1.5', '1')
  await refuses(page, input(page, 'threads'), '0')
  await type(input(page, 'threads'), '16')
  await type(input(page, 'name'), 'Nightly')
  expect(await kept(page, 't')).toEqual({ id: 't', name: 'Nightly', resource_group: 'rg', writes: 'd', mode: 'batch', threads: 16 })
})

test('pairs that must not reach each other', async ({ page }) => {
  await inspector(page).getByRole('button', { expanded: false }).click()
  await input(page, 'must_not_reach', 0).selectOption('rg')
  await input(page, 'must_not_reach', 1).selectOption('d')
  await inspector(page).getByRole('button', { name: 'Add', exact: true }).click()
  expect((await saved(page)).must_not_reach).toEqual([{ resource_group: 'rg', data_source: 'd' }])
  await inspector(page).getByRole('button', { name: 'Remove' }).click()
  expect(await saved(page)).not.toHaveProperty('must_not_reach')
})

test('a resource group', async ({ page }) => {
  await select(page, 'rg')
  await refuses(page, input(page, 'cu'), '0')
  await type(input(page, 'cu'), '2.5')
  // One vSwitch can be bound only once.
  await input(page, 'vswitch', 1).selectOption('w1')
  await expect(message(page)).not.toBeEmpty()
  await expect(input(page, 'vswitch', 1)).toHaveValue('w2')
  await repairs(page, input(page, 'routes'), '192.168.7.7/16', '192.168.0.0/16')
  await type(input(page, 'routes'), '192.168.0.0/16 172.16.5.0/24')
  await input(page, 'security_group').selectOption('advanced')
  await input(page, 'rules').click()
  await input(page, 'direction').selectOption('outbound')
  await refuses(page, input(page, 'ports'), '3310/3306')
  await type(input(page, 'ports'), '3306/3310')
  await repairs(page, input(page, 'peer'), '10.2.0.5/16', '10.2.0.0/16')
  await refuses(page, input(page, 'priority'), '101')
  await type(input(page, 'priority'), '5')
  const group = await kept(page, 'rg')
  expect(group.cu).toBe(2.5)
  expect(group.bindings[0].routes).toEqual(['192.168.0.0/16', '172.16.5.0/24'])
  expect(group.bindings[0].security_group).toEqual({
    type: 'advanced',
    rules: [{ direction: 'outbound', action: 'allow', protocol: 'tcp', ports: '3306/3310', peer: '10.2.0.0/16', priority: 5 }],
  })
})

test('what was typed survives a reload', async ({ page }) => {
  await select(page, 'nat')
  await type(input(page, 'eips'), '203.0.113.7')
  const before = await saved(page)
  await expect(page.locator('[data-saved="yes"]')).toBeAttached()
  await page.reload()
  await expect(canvas(page).locator('[data-node="nat"]')).toBeAttached()
  expect(await saved(page)).toEqual(before)
})

test('an edit touches what it changes: no list of choices, no task and no count is written anew', async ({ page }) => {
  await select(page, 'd')
  const field = input(page, 'port')
  await field.fill('3307')
  await field.press('Enter')
  expect((await kept(page, 'd')).port).toBe(3307)
  await field.fill('3308')
  await page.evaluate(() => {
    window.touched = []
    const note = (records) => records.forEach(({ target }) => window.touched.push((target.closest?.('select, [data-task], [data-panel="overview"]') ?? target).outerHTML?.slice(0, 80)))
    for (const part of document.querySelectorAll('select, [data-panel="overview"]')) {
      new MutationObserver(note).observe(part, { subtree: true, childList: true, attributes: true, characterData: true })
    }
  })
  await field.press('Enter')
  expect((await kept(page, 'd')).port).toBe(3308)
  expect(await page.evaluate(() => window.touched)).toEqual([])
})
