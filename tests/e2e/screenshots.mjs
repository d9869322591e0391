// Takes the pictures of the README from the built page: `make shots`. They are stored in docs/, which is not shipped.
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { serve } from '../../scripts/serve.mjs'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const DOCS = join(ROOT, 'docs')
const DESK = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }

/** Name of the picture, what is opened, on which screen, and what is done before the picture is taken. */
const SHOTS = [
  { name: 'start', path: '?lang=en&theme=light', screen: DESK },
  { name: 'other-region', path: '?lang=en&theme=light#sample=other-region', screen: DESK },
  { name: 'data-center-dark', path: '?lang=en&theme=dark#sample=data-center', screen: DESK },
  { name: 'security-groups-zh', path: '?lang=zh&theme=light#sample=security-groups', screen: DESK },
  { name: 'internet-narrow', path: '?lang=en&theme=light#sample=internet', screen: PHONE },
]

const site = await serve(join(ROOT, 'dist'))
const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'],
})
await mkdir(DOCS, { recursive: true })
let failed = false
try {
  for (const { name, path, screen } of SHOTS) {
    // A fresh context each time: nothing that an earlier picture left behind is seen in the next.
    const context = await browser.newContext({ viewport: screen, deviceScaleFactor: 1, locale: 'en-US', reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.on('pageerror', (error) => {
      failed = true
      console.error(`${name}: ${error}`)
    })
    await page.goto(site.url + path)
    await page.locator('html[data-ready]').waitFor({ state: 'attached' })
    if (path.includes('#sample=')) await page.locator('[data-panel="verdict"][data-verdict]').waitFor({ state: 'attached' })
    await page.evaluate(() => document.fonts.ready)
    // Two frames, so that the drawing has been fitted into its place.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await page.waitForTimeout(300)
    const file = join(DOCS, `${name}.png`)
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
    console.log(`docs/${name}.png  ${screen.width} × ${screen.height}  ${Math.ceil((await stat(file)).size / 1000)} kB`)
    await context.close()
  }
} finally {
  await browser.close()
  site.close()
}
process.exitCode = failed ? 1 : 0
