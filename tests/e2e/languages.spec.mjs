// Two languages and two themes: the words change, and nothing else does.
import { SAMPLES, expect, open, panel, readPanel, ready, run, test } from './support.mjs'

const CHINESE = /\p{Script=Han}/u
/** Names that are the same in both languages. */
const SAME = new Set(['VPC', 'vSwitch', 'CEN', 'language'])

/** The accessible words of every command, menu and palette item, by hook. */
const labels = (page) =>
  page.locator('[data-command], [data-menu], [data-palette]:not([data-palette*="/"])').evaluateAll((all) =>
    all.map((one) => [
      one.getAttribute('data-command') ?? one.getAttribute('data-menu') ?? one.getAttribute('data-palette'),
      (one.getAttribute('aria-label') || one.textContent || one.getAttribute('title') || '').trim(),
    ]),
  )

for (const place of ['', ...Object.keys(SAMPLES).map((name) => `#sample=${name}`)]) {
  test(`Chinese leaves no English label: ${place || 'start'}`, async ({ page }) => {
    await open(page, `?lang=zh${place}`)
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
    const english = (await labels(page)).filter(([hook, text]) => !CHINESE.test(text) && !SAME.has(hook) && !SAME.has(text))
    expect(english, 'commands, menus and palette items without a Chinese word').toEqual([])

    const headings = await page.getByRole('heading', { level: 2 }).filter({ visible: true }).allInnerTexts()
    expect(headings.filter((text) => !CHINESE.test(text))).toEqual([])
    for (const hook of ['step', 'finding']) {
      const texts = await page.locator(`[data-${hook}]`).allInnerTexts()
      expect(texts.filter((text) => text && !CHINESE.test(text)), `each ${hook} in Chinese`).toEqual([])
    }
  })
}

test('English leaves no Chinese label', async ({ page }) => {
  await open(page, '?lang=en#sample=same-region')
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/)
  expect((await labels(page)).filter(([hook, text]) => hook !== 'language' && (text === '' || CHINESE.test(text)))).toEqual([])
})

test('the language changes words only', async ({ page }) => {
  await open(page, '?lang=en#sample=other-account')
  const english = await readPanel(page)
  const words = await panel(page).innerText()
  await open(page, '?lang=zh#sample=other-account')
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
  expect(await readPanel(page)).toEqual(english)
  expect(await panel(page).innerText()).not.toBe(words)
})

test('a sample that nobody touched speaks the language of the page', async ({ page }) => {
  const names = () => page.locator('[data-canvas] [data-node][data-kind="resource_group"]').first().getAttribute('aria-label')
  await open(page, '?lang=zh#sample=same-region')
  expect(await names()).toMatch(CHINESE)
  expect(await page.locator('[data-field="title"]').first().inputValue()).toMatch(CHINESE)
  await run(page, 'language')
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/)
  await expect.poll(names).not.toMatch(CHINESE)
  expect(new URL(page.url()).hash, 'it is still the sample').toBe('#sample=same-region')

  // What is one's own stays as it was written.
  await panel(page).locator('[data-action="bind"]').getByRole('checkbox').check()
  await expect.poll(() => new URL(page.url()).hash).toBe('')
  await run(page, 'language')
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
  expect(await page.locator('[data-field="title"]').first().inputValue()).not.toMatch(CHINESE)
})

test('the chosen language is remembered', async ({ page }) => {
  await open(page)
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/)
  await run(page, 'language')
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
  await page.reload()
  await ready(page)
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
})

test.describe('a Chinese browser', () => {
  test.use({ locale: 'zh-CN' })
  test('gets Chinese at once', async ({ page }) => {
    await open(page)
    await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
  })
})

/** How bright the page's ground is, from 0 to 1, whatever notation its colour has. */
const brightness = (page) =>
  page.evaluate(() => {
    const ground = [document.body, document.documentElement].map((one) => getComputedStyle(one).backgroundColor).find((colour) => !/^(transparent|rgba\(0, 0, 0, 0\))$/.test(colour))
    const pen = document.createElement('canvas').getContext('2d')
    pen.fillStyle = ground ?? 'Canvas'
    pen.fillRect(0, 0, 1, 1)
    const [r, g, b] = pen.getImageData(0, 0, 1, 1).data
    return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255
  })

for (const system of ['light', 'dark']) {
  test(`themes on a ${system} system`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system })
    await open(page, '#sample=same-region')
    const usual = await brightness(page)
    expect(system === 'light' ? usual > 0.7 : usual < 0.3, `the system's ${system} theme`).toBe(true)
    await open(page, '?theme=dark#sample=same-region')
    expect(await brightness(page)).toBeLessThan(0.3)
    await open(page, '?theme=light#sample=same-region')
    expect(await brightness(page)).toBeGreaterThan(0.7)
  })
}
