// Moving things is answering the question: the scenario follows the drag, can be undone, and survives a reload.
import { actors, dragTo, expect, node, open, panel, ready, run, sampleDocument, test } from './support.mjs'

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
