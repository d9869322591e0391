// Steps: one that needs a value asks for it, a tick carries its step out, and ticks by hand belong to one plan.
import { canvas, expect, open, openFile, panel, ready, run, test } from './support.mjs'

const near = (group = {}, vswitch = {}) => [
  { id: 'a', kind: 'account' },
  { id: 'r', kind: 'region', in: 'a', region: 'cn-hangzhou' },
  { id: 'v', kind: 'vpc', in: 'r', cidrs: ['10.1.0.0/16'] },
  { id: 'w', kind: 'vswitch', in: 'v', cidr: '10.1.8.0/24', ...vswitch },
  { id: 'rg', kind: 'resource_group', in: 'r', type: 'exclusive_data_integration', bindings: [{ vswitch: 'w' }], ...group },
]
const plan = (nodes, connections = [], title = 'Steps') => JSON.stringify({ reachplan: 1, title, nodes, connections })

const FAR = [
  { id: 's', kind: 'region', in: 'a', region: 'cn-shanghai' },
  { id: 'v2', kind: 'vpc', in: 's', cidrs: ['10.2.0.0/16'] },
  { id: 'w2', kind: 'vswitch', in: 'v2', cidr: '10.2.1.0/24' },
  { id: 'd', kind: 'data_source', in: 'w2', product: 'rds_mysql', addresses: ['10.2.1.5'], whitelist: 'none' },
]

const CASES = {
  mbps: {
    document: plan(near({ bindings: [{ vswitch: 'w', routes: ['10.2.1.0/24'] }] }).concat(FAR), [
      { id: 'cen', kind: 'cen', attachments: [{ network: 'v' }, { network: 'v2' }], bandwidth_mbps: 0 },
    ]),
    action: 'buy_bandwidth',
    wrong: '-5',
    right: '100',
  },
  eip: {
    document: plan(
      near({ eips: [], bindings: [] }).concat([
        { id: 'net', kind: 'internet' },
        { id: 'd', kind: 'data_source', in: 'net', product: 'rds_mysql', addresses: ['203.0.113.80'], whitelist: [] },
      ]),
    ),
    action: 'create_internet_exit',
    wrong: '203.0.113.',
    right: '203.0.113.25',
  },
  address: {
    document: plan(
      near().concat([
        { id: 'idc', kind: 'data_center' },
        { id: 'd', kind: 'data_source', in: 'idc', product: 'oracle', whitelist: 'none' },
      ]),
      [{ id: 'line', kind: 'express_connect', attachments: [{ network: 'v' }, { network: 'idc' }] }],
    ),
    action: 'add_dataworks_route',
    wrong: '192.168.5',
    right: '192.168.5.9',
  },
}

const step = (page, action) => panel(page).locator(`[data-step][data-action="${action}"]`)

for (const [need, { document, action, wrong, right }] of Object.entries(CASES)) {
  for (const way of ['tick', 'Enter']) {
    test(`a step that needs ${need} asks for it; ${way} applies it`, async ({ page }) => {
      await open(page)
      await openFile(page, 'plan.json', document)
      const asked = step(page, action).first()
      await expect(asked).toHaveAttribute('data-state', 'to_do')
      const input = asked.getByRole('textbox')
      await input.fill(wrong)
      await expect(input).toHaveAttribute('aria-invalid', 'true')
      await expect(page.locator(`[id="${await input.getAttribute('aria-describedby')}"]`)).not.toBeEmpty()
      await asked.getByRole('checkbox').click()
      await expect(asked, 'nothing wrong is applied').toHaveAttribute('data-state', 'to_do')
      await expect(asked.getByRole('checkbox')).not.toBeChecked()

      await input.fill(right)
      if (way === 'Enter') await input.press('Enter')
      else await asked.getByRole('checkbox').click()
      await expect(step(page, action).and(page.locator('[data-state="to_do"]'))).toHaveCount(0)
      await run(page, 'undo')
      await expect(step(page, action).first()).toHaveAttribute('data-state', 'to_do')
    })
  }
}

test('ticks by hand belong to the plan they were made in', async ({ page }) => {
  const one = plan(near().concat([{ id: 'd', kind: 'data_source', in: 'w', product: 'rds_mysql', whitelist: 'none' }]), [], 'One')
  const other = plan(near().concat([{ id: 'd', kind: 'data_source', in: 'w', product: 'rds_mysql', whitelist: 'none' }]), [], 'Other')
  const tick = () => step(page, 'test_connectivity').getByRole('checkbox')
  await open(page)
  await openFile(page, 'one.json', one)
  await tick().check()
  await openFile(page, 'other.json', other)
  await expect(page.locator('[data-field="title"]').first()).toHaveValue('Other')
  await expect(tick(), 'another plan with the same ids').not.toBeChecked()
  await run(page, 'undo')
  await expect(page.locator('[data-field="title"]').first()).toHaveValue('One')
  await expect(tick(), 'back in the first').toBeChecked()
  await expect(page.locator('[data-saved="yes"]')).toBeAttached()
  await page.waitForTimeout(500)
  await page.reload()
  await ready(page)
  await expect(tick(), 'kept with the plan').toBeChecked()
})

test('a line dragged from the group to a vSwitch binds it', async ({ page }) => {
  const nodes = near({ bindings: [] }).concat([{ id: 'd', kind: 'data_source', in: 'w', product: 'rds_mysql', whitelist: 'none' }])
  await open(page)
  await openFile(page, 'plan.json', plan(nodes))
  const group = canvas(page).locator('[data-node="rg"]')
  await group.hover()
  const port = await page.locator('.port').first().boundingBox()
  const target = await canvas(page).locator('[data-node="w"]').boundingBox()
  await page.mouse.move(port.x + port.width / 2, port.y + port.height / 2)
  await page.mouse.down()
  await page.mouse.move(target.x + target.width / 2, target.y + 12, { steps: 12 })
  await expect(canvas(page).locator('[data-node="w"]')).toHaveAttribute('data-drop', 'allowed')
  await page.mouse.up()
  await expect(page.locator('[data-binding="rg/w"]')).toBeAttached()
  await expect(step(page, 'bind')).toHaveAttribute('data-state', 'done')
  await run(page, 'undo')
  await expect(page.locator('[data-binding="rg/w"]')).toHaveCount(0)
})
