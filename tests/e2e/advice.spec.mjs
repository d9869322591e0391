// Advice beyond the verdict: other ways, what is opened, what breaks, free blocks, and the parts of the runbook.
import { expect, field, open, openFile, panel, ready, run, select, test } from './support.mjs'

/** Opens a part that is folded at first. */
async function unfold(page, name) {
  const part = page.locator(`[data-advice="${name}"]`).filter({ visible: true })
  const button = part.locator('[aria-expanded]').first()
  await button.scrollIntoViewIfNeeded()
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  return part
}

/** A group that reaches its source over a CEN, with a whitelist of a whole VPC. */
const plan = (change = () => {}) => {
  const plan = {
    reachplan: 1,
    title: 'Advice',
    nodes: [
      { id: 'acme', kind: 'account' },
      { id: 'hangzhou', kind: 'region', in: 'acme', region: 'cn-hangzhou' },
      { id: 'shanghai', kind: 'region', in: 'acme', region: 'cn-shanghai' },
      { id: 'vpc-1', kind: 'vpc', in: 'hangzhou', cidrs: ['10.1.0.0/16'] },
      { id: 'vsw-1', kind: 'vswitch', in: 'vpc-1', cidr: '10.1.8.0/24' },
      { id: 'vpc-2', kind: 'vpc', in: 'shanghai', cidrs: ['10.2.0.0/16'] },
      { id: 'vsw-2', kind: 'vswitch', in: 'vpc-2', cidr: '10.2.1.0/24' },
      {
        id: 'rg',
        kind: 'resource_group',
        in: 'hangzhou',
        type: 'exclusive_data_integration',
        bindings: [{ vswitch: 'vsw-1', routes: ['10.2.1.0/24'] }],
      },
      { id: 'orders', kind: 'data_source', in: 'vsw-2', product: 'rds_mysql', addresses: ['10.2.1.5'], whitelist: ['10.1.0.0/16'] },
    ],
    connections: [{ id: 'backbone', kind: 'cen', bandwidth_mbps: 100, attachments: [{ network: 'vpc-1' }, { network: 'vpc-2' }] }],
    tasks: [{ id: 'nightly', resource_group: 'rg', reads: 'orders' }],
  }
  change(plan)
  return JSON.stringify(plan)
}

async function openPlan(page, change) {
  await open(page)
  await openFile(page, 'plan.json', plan(change))
  await ready(page)
  await expect(panel(page)).toHaveAttribute('data-resource-group', 'rg')
}

test('another way is looked at without changing the drawing, and adopted by one more click', async ({ page }) => {
  await openPlan(page)
  await expect(panel(page)).toHaveAttribute('data-verdict', 'ready')
  const ways = await unfold(page, 'ways')
  await expect(ways.locator('[data-way]')).toHaveCount(7)
  await expect(ways.locator('[data-way="bind"]')).toHaveAttribute('data-state', 'impossible')
  const peering = ways.locator('[data-way="vpc_peering"]')
  await expect(peering).toHaveAttribute('data-state', 'possible')
  await peering.getByRole('button').click()
  const shown = ways.locator('[data-way-plan="vpc_peering"]')
  await expect(shown.locator('[data-action="complete_attachment"]')).toHaveCount(2)
  await expect(shown.locator('[data-action="add_vpc_route"], [data-action="add_return_route"]')).toHaveCount(2)
  await expect(page.locator('[data-connection="vpc_peering"]')).toHaveCount(0)
  await expect(panel(page)).toHaveAttribute('data-verdict', 'ready')

  await shown.getByRole('button').click()
  await expect(page.locator('[data-connection="vpc_peering"]').first()).toBeAttached()
  await expect(page.locator('[data-connection="backbone"]')).toHaveCount(0)
  await expect(panel(page).locator('[data-step][data-action="complete_attachment"][data-state="to_do"]')).toHaveCount(2)
  await run(page, 'undo')
  await expect(page.locator('[data-connection="backbone"]').first()).toBeAttached()
  await expect(panel(page)).toHaveAttribute('data-verdict', 'ready')
})

test('a wide whitelist is replaced by the smallest that is enough', async ({ page }) => {
  await openPlan(page)
  const widths = await unfold(page, 'widths')
  const whitelist = widths.locator('[data-width="whitelist"]')
  await expect(whitelist).toHaveAttribute('data-opened', '65536')
  await expect(whitelist).toHaveAttribute('data-needed', '256')
  await whitelist.getByRole('button').click()
  await expect(page.locator('[data-whitelist-entry="10.1.8.0/24"]').first()).toHaveAttribute('data-state', 'present')
  await expect(page.locator('[data-whitelist-entry="10.1.0.0/16"]')).toHaveCount(0)
  await expect(panel(page)).toHaveAttribute('data-verdict', 'ready')
  await expect(whitelist).toHaveAttribute('data-opened', '256')
})

test('what breaks is said of what is selected', async ({ page }) => {
  await openPlan(page)
  await select(page, 'orders')
  const blast = await unfold(page, 'blast')
  await expect(blast.locator('[data-removal]')).toHaveCount(2)
  await expect(blast.locator('[data-removal="1"]').last()).toContainText('10.1.0.0/16')
  await expect(blast.locator('[data-removal="1"]').last()).toContainText('nightly')
})

test('an overlap is left for the next free block', async ({ page }) => {
  await openPlan(page, (plan) => {
    plan.nodes.find((one) => one.id === 'vpc-2').cidrs = ['10.1.0.0/16']
    plan.nodes.find((one) => one.id === 'vsw-2').cidr = '10.1.9.0/24'
    plan.nodes.find((one) => one.id === 'orders').addresses = ['10.1.9.5']
    plan.nodes.find((one) => one.id === 'rg').bindings[0].routes = ['10.1.9.0/24']
  })
  const finding = panel(page).locator('[data-finding="overlapping-networks"]').first()
  await finding.getByRole('button').last().click()
  await expect(panel(page).locator('[data-finding="overlapping-networks"]')).toHaveCount(0)
  await select(page, 'vsw-2')
  await expect(field(page, 'cidr')).toHaveValue('10.0.9.0/24')
})

test('each part of the runbook is copied by itself', async ({ page, browserName }) => {
  await open(page, '#sample=other-account')
  const parts = await unfold(page, 'hand-over')
  await expect(parts.locator('[data-part]')).toHaveCount(2)
  await parts.locator('[data-part]').last().locator('[data-copy]').click()
  if (browserName !== 'chromium') return
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('Shop team')
  expect(text).not.toContain('connectivity test')
})
