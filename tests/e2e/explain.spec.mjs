// What stands behind a finding: opened beside it, from a file that is asked for only then.
import { readFileSync } from 'node:fs'
import { expect, open, panel, plain, expectAccessible, run, test } from './support.mjs'

const texts = (language) => JSON.parse(readFileSync(new URL(`../../public/rules/${language}.json`, import.meta.url)))
const CODE = 'internet-path'

const button = (page, code = CODE) => panel(page).locator(`[data-finding="${code}"] [data-explain]`).first()
const explanation = (page, code = CODE) => panel(page).locator(`[data-finding="${code}"] [data-explanation="${code}"]`).first()

for (const language of ['en', 'zh']) {
  test(`a finding is explained in place, by keyboard, in ${language}`, async ({ page }) => {
    const asked = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await open(page, `?lang=${language}#sample=internet`)
    expect(asked.filter((path) => path.includes('/rules/'))).toEqual([])

    await expect(button(page)).toHaveAttribute('aria-expanded', 'false')
    await button(page).focus()
    await page.keyboard.press('Enter')
    await expect(button(page)).toHaveAttribute('aria-expanded', 'true')
    const { checks, why, example, remedy, sources } = texts(language)[CODE]
    for (const part of [checks, why, example, remedy]) await expect(explanation(page)).toContainText(part)
    const link = explanation(page).getByRole('link', { name: sources[0].page })
    await expect(link).toHaveAttribute('href', sources[0].url)
    await expect(explanation(page)).toContainText(sources[0].date)
    await expectAccessible(page)

    await expect(button(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(explanation(page)).toHaveCount(0)
    await expect(button(page)).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('Space')
    await expect(explanation(page)).toContainText(why)
    expect(asked.filter((path) => path.endsWith(`/rules/${language}.json`)).length, 'the file is asked for once').toBe(1)
  })
}

test('every finding of a sample has its explanation, and the language takes it along', async ({ page }) => {
  await open(page, '?lang=en#sample=security-groups')
  const codes = await panel(page).locator('[data-finding]').evaluateAll((all) => [...new Set(all.map((one) => one.dataset.finding))])
  expect(codes.length).toBeGreaterThan(1)
  for (const code of codes) {
    await button(page, code).click()
    await expect(explanation(page, code)).toContainText(texts('en')[code].remedy)
  }
  await run(page, 'language')
  for (const code of codes) await expect(explanation(page, code)).toContainText(texts('zh')[code].remedy)
})

plain('an explanation that cannot be loaded says so, and comes when it is opened again', async ({ page }) => {
  await open(page, '?lang=en#sample=internet')
  await page.route('**/rules/en.json', (route) => route.abort())
  await button(page).click()
  await expect(explanation(page).getByRole('alert')).toContainText('could not be loaded')
  await page.unroute('**/rules/en.json')
  await button(page).click()
  await button(page).click()
  await expect(explanation(page)).toContainText(texts('en')[CODE].why)
})
