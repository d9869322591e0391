// Axe finds nothing serious: at the start, in every sample and in dialogs, in both themes.
import { SAMPLES, dialog, expect, expectAccessible, open, openFile, test } from './support.mjs'

for (const theme of ['light', 'dark']) {
  test(`start, ${theme}`, async ({ page }) => {
    await open(page, `?theme=${theme}`)
    await expectAccessible(page)
  })

  for (const name of Object.keys(SAMPLES)) {
    test(`sample ${name}, ${theme}`, async ({ page }) => {
      await open(page, `?theme=${theme}#sample=${name}`)
      await expectAccessible(page)
    })
  }

  test(`the dialog of a bad file, ${theme}`, async ({ page }) => {
    await open(page, `?theme=${theme}#sample=same-region`)
    await openFile(page, 'bad.json', '{"reachplan": 1, "nodes": [{"id": "a", "kind": "acount"}]}')
    await expect(dialog(page, 'bad-file')).toBeVisible()
    await expectAccessible(page)
  })
}

test('a narrow Chinese page', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open(page, '?lang=zh#sample=same-region')
  await expectAccessible(page)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide, 'nothing makes the page scroll sideways').toBeLessThanOrEqual(0)
})
