// A few questions instead of a drawing: answered by keyboard, the plan is there and judged.
import { canvas, expect, nodes, open, panel, ready, test } from './support.mjs'

const SCENARIOS = [
  [{}, 'same_account_same_region'],
  [{ region: 'other' }, 'other_region'],
  [{ account: 'other' }, 'other_account'],
  [{ place: 'data_center', product: 'oracle' }, 'outside_alibaba_cloud'],
  [{ place: 'internet', type: 'exclusive_data_integration' }, 'internet'],
  [{ place: 'classic_network' }, 'classic_network'],
]

for (const lang of ['en', 'zh']) {
  for (const [answers, scenario] of SCENARIOS) {
    test(`answers draw ${scenario}, ${lang}`, async ({ page }) => {
      await open(page, `?lang=${lang}`)
      await page.locator('[data-command="answers"]').focus()
      await page.keyboard.press('Enter')
      for (const [name, value] of Object.entries(answers)) {
        await page.locator(`.start [data-field="${name}"]`).selectOption(value)
        await expect(page.locator(`.start [data-field="${name}"]`)).toHaveValue(value)
      }
      await page.locator('[data-command="answers-draw"]').focus()
      await page.keyboard.press('Enter')
      await expect(panel(page)).toHaveAttribute('data-scenario', scenario)
      expect(await nodes(page, 'resource_group')).toHaveLength(1)
      expect(await nodes(page, 'data_source')).toHaveLength(1)
      await expect(page.locator('[data-field="title"]').first()).toHaveValue(/→/)
      expect(await panel(page).locator('[data-step]').count(), 'there is something to do').toBeGreaterThan(0)
    })
  }
}

test('what was drawn from answers is kept', async ({ page }) => {
  await open(page)
  await page.locator('[data-command="answers"]').click()
  await page.locator('[data-command="answers-draw"]').click()
  await expect(page.locator('[data-saved="yes"]')).toBeAttached()
  const drawn = await nodes(page)
  await page.reload()
  await ready(page)
  await expect(canvas(page)).toBeVisible()
  expect(await nodes(page)).toEqual(drawn)
})
