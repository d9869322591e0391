// Moving things is answering the question: the scenario follows the drag, can be undone, and survives a reload.
import { actors, dragTo, expect, fill, node, open, openFile, panel, ready, run, sampleDocument, select, test } from './support.mjs'

test('dragging the network of the data source into another region flips the scenario', async ({ page }) => {
  const { network, region } = actors('other-region')
  await open(page, '#sample=other-region')
  const result = panel(page)
  await expect(result).toHaveAttribute('data-scenario', 'other_region')

  await dragTo(page, network, region, async () => {
    await expect(node(page, region)).toHaveAttribute('data-drop', 'allowed')
    await expect(result, 'already while the pointer holds it').toHaveAttribute('data-scenario', 'same_account_same_region')
  })
  await expect(result).toHaveAttribute('data-scenario', 'same_account_same_region')
  await expect(page.locator('[data-drop]')).toHaveCount(0)

  await run(page, 'undo')
  await expect(result).toHaveAttribute('data-scenario', 'other_region')
  await run(page, 'redo')
  await expect(result).toHaveAttribute('data-scenario', 'same_account_same_region')

  expect(new URL(page.url()).hash, 'the first edit makes the plan one’s own').not.toContain('sample')
  await page.reload()
  await ready(page)
  await expect(result).toHaveAttribute('data-scenario', 'same_account_same_region')
})

test('a place that cannot take it refuses, and nothing moves', async ({ page }) => {
  const { region } = actors('other-region')
  const vswitch = sampleDocument('other-region').nodes.find((one) => one.kind === 'vswitch').id
  await open(page, '#sample=other-region')
  const scenario = await panel(page).getAttribute('data-scenario')
  await dragTo(page, vswitch, region, () => expect(node(page, region)).toHaveAttribute('data-drop', 'refused'))
  await expect(page.locator('[data-drop]')).toHaveCount(0)
  await expect(panel(page)).toHaveAttribute('data-scenario', scenario)
})

test('Escape ends a drag without a trace', async ({ page }) => {
  const { network, region } = actors('other-region')
  await open(page, '#sample=other-region')
  await dragTo(page, network, region, async () => {
    await expect(panel(page)).toHaveAttribute('data-scenario', 'same_account_same_region')
    await page.keyboard.press('Escape')
  })
  await expect(panel(page)).toHaveAttribute('data-scenario', 'other_region')
  expect(new URL(page.url()).hash).toBe('#sample=other-region')
})

test('a fact that is not drawn writes nothing into the drawing', async ({ page }) => {
  const { network } = actors('other-region')
  await open(page, '#sample=other-region')
  await select(page, network)
  await page.evaluate(() => {
    window.written = []
    const note = (records) => window.written.push(...records.filter(({ target }) => target.closest?.('[data-node]')))
    new MutationObserver(note).observe(document.querySelector('[data-canvas]'), { subtree: true, childList: true, attributes: true, characterData: true })
  })
  const written = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(window.written.length))))
  await fill(page, 'cloud_id', 'vpc-bp1orders')
  await expect(page.locator('[data-command="undo"]').first()).toBeEnabled()
  expect(await written(), 'the id of the cloud').toBe(0)
  await fill(page, 'name', 'Orders')
  await expect(node(page, network)).toContainText('Orders')
  expect(await written(), 'the name').toBeGreaterThan(0)
})

test('in a large plan the current connection is judged at once, and all others follow', async ({ page }) => {
  const vswitch = (id, cidr) => ({ id, kind: 'vswitch', in: 'v', cidr })
  const group = (id, vswitch) => ({ id, kind: 'resource_group', in: 'r', type: 'serverless', bindings: [{ vswitch }] })
  const source = (_, at) => ({
    id: `d${String(at).padStart(2, '0')}`, kind: 'data_source', in: 'w1', product: 'rds_mysql', addresses: [`10.0.1.${at + 10}`],
    whitelist: ['10.0.1.0/24', '10.0.2.0/24'],
  })
  const nodes = [
    { id: 'a', kind: 'account' }, { id: 'r', kind: 'region', in: 'a', region: 'cn-hangzhou' },
    { id: 'v', kind: 'vpc', in: 'r', cidrs: ['10.0.0.0/16'] }, vswitch('w1', '10.0.1.0/24'), vswitch('w2', '10.0.2.0/24'),
    group('g1', 'w1'), group('g2', 'w2'), ...Array.from({ length: 30 }, source),
  ]
  await open(page)
  await openFile(page, 'large.json', JSON.stringify({ reachplan: 1, nodes }))
  const counted = (verdict) => panel(page, 'overview').locator(`.judged[data-state="${verdict}"]`).first()
  await expect(panel(page)).toHaveAttribute('data-verdict', 'ready')
  await expect(counted('ready')).toContainText('60')

  await select(page, 'w2')
  await fill(page, 'cidr', '10.0.3.0/24')
  await expect(panel(page)).toHaveAttribute('data-verdict', 'ready')
  await expect(counted('ready')).toContainText('30')
  await expect(counted('blocked'), 'those of the other group').toContainText('30')

  await run(page, 'undo')
  await expect(counted('ready')).toContainText('60')
})
