// The main job by pointer: from a blank canvas to a copied whitelist entry, and on to a plan that holds.
import { add, command, expect, fill, nodes, open, panel, run, select, test } from './support.mjs'

const step = (page, action) => panel(page).locator(`[data-step][data-action="${action}"]`)

test('from a blank canvas to a copied whitelist entry', async ({ page, context, browserName }) => {
  test.setTimeout(60_000)
  await open(page)
  await run(page, 'new')

  // A new plan may already hold an account and a region.
  const account = (await nodes(page, 'account'))[0] ?? (await add(page, 'account'))
  const region = (await nodes(page, 'region'))[0] ?? (await add(page, 'region', account))
  await select(page, region)
  await fill(page, 'region', 'cn-hangzhou')

  const vpc = await add(page, 'vpc', region)
  await select(page, vpc)
  await fill(page, 'cidrs', '10.1.0.0/16')

  const vswitch = await add(page, 'vswitch', vpc)
  await select(page, vswitch)
  await fill(page, 'cidr', '10.1.8.0/24')

  const group = await add(page, 'resource_group', region)
  await select(page, group)
  await fill(page, 'type', 'exclusive_data_integration')

  const source = await add(page, 'data_source/rds_mysql', vswitch)
  await select(page, source)
  await fill(page, 'addresses', '10.1.8.10')
  await fill(page, 'whitelist', '127.0.0.1')

  const result = panel(page)
  await expect(result).toHaveAttribute('data-resource-group', group)
  await expect(result).toHaveAttribute('data-data-source', source)
  await expect(result).toHaveAttribute('data-scenario', 'same_account_same_region')
  await expect(result).toHaveAttribute('data-verdict', 'blocked')
  await expect(result.locator('[data-finding="group-not-bound"]')).toBeVisible()

  // Ticking a step by hand carries it out in the drawing.
  await expect(step(page, 'bind')).toHaveAttribute('data-state', 'to_do')
  await step(page, 'bind').getByRole('checkbox').check()
  await expect(step(page, 'bind')).toHaveAttribute('data-state', 'done')
  await expect(page.locator(`[data-binding="${group}/${vswitch}"]`)).toBeAttached()
  // Only now is there an address that the whitelist could be judged by.
  await expect(result.locator('[data-finding="whitelist-loopback-only"]')).toBeVisible()

  const entry = page.locator('[data-whitelist-entry="10.1.8.0/24"]').filter({ visible: true }).first()
  await expect(entry).toHaveAttribute('data-state', 'missing')
  await entry.locator('[data-copy]').first().click()
  if (browserName === 'chromium') expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('10.1.8.0/24')

  await step(page, 'add_whitelist_entry').getByRole('checkbox').check()
  await expect(page.locator('[data-whitelist-entry="10.1.8.0/24"]').first()).toHaveAttribute('data-state', 'present')
  await expect(result).toHaveAttribute('data-verdict', 'ready')

  // Each of these was one step of history.
  await (await command(page, 'undo')).click()
  await expect(result).toHaveAttribute('data-verdict', 'blocked')
})

test('a half-typed block never enters the plan', async ({ page }) => {
  await open(page, '#sample=same-region')
  const [vswitch] = await nodes(page, 'vswitch')
  await select(page, vswitch)
  const verdict = await panel(page).getAttribute('data-verdict')
  const input = panel(page, 'inspector').locator('[data-field="cidr"]').first()
  const before = await input.inputValue()
  await input.fill('10.1.')
  await expect(input).toHaveAttribute('aria-invalid', 'true')
  const reason = await input.getAttribute('aria-describedby')
  await expect(page.locator(`#${reason.split(' ')[0]}`)).not.toBeEmpty()
  await expect(panel(page)).toHaveAttribute('data-verdict', verdict)
  await input.fill(before)
  await expect(input).not.toHaveAttribute('aria-invalid', 'true')
})
