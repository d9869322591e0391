// What an edit costs in the page: from the key to the next picture, which has the verdicts and the panel brought up to
// date, and the work of the main thread until the browser is idle again, with the marks of all elements in the drawing.
// `make bench-page` runs it on the built page.
import { execFileSync } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { serve } from '../../scripts/serve.mjs'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const SIZES = [100, 1000, 3000]
const RUNS = 21
const KEPT = 'reachplan.plan'

const plan = (nodes) =>
  execFileSync(join(ROOT, process.env.CARGO_TARGET_DIR ?? 'target', 'native/examples/bench'), ['plan', String(nodes)], { encoding: 'utf8', maxBuffer: 1 << 26 })
const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1]

/** Milliseconds from a key to the next picture (in steps of eight), and of the main thread until nothing is left to do. */
async function cost(page, session, act) {
  const work = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
  }
  await page.evaluate(() => (window.waits = []))
  const before = await work()
  await act()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))))
  const all = (await work()) - before
  return { picture: await page.evaluate(() => Math.max(0, ...window.waits)), all }
}

const site = await serve(join(ROOT, 'dist'))
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
console.log('Milliseconds from a key to the next picture, 0 for less than 16 (main thread until idle), medians:\n')
console.log('| nodes | type in a field | undo | redo |')
console.log('|---:|---:|---:|---:|')
try {
  for (const nodes of SIZES) {
    const text = plan(nodes)
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    await context.addInitScript(([key, kept]) => localStorage.setItem(key, kept), [KEPT, text])
    await context.addInitScript(() => {
      const note = (list) => list.getEntries().forEach((entry) => entry.name === 'keydown' && window.waits?.push(entry.duration))
      new PerformanceObserver(note).observe({ type: 'event', durationThreshold: 16 })
    })
    const page = await context.newPage()
    const source = JSON.parse(text).nodes.find((node) => node.kind === 'data_source')
    const network = source.addresses[0].replace(/\d+$/, '')
    await page.goto(`${site.url}?lang=en`)
    await page.locator('html[data-ready]').waitFor({ state: 'attached' })
    await page.waitForTimeout(500)
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' }).catch(() => session.send('Performance.enable'))
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type(source.id)
    await page.keyboard.press('Enter')
    const addresses = page.locator('[data-field="addresses"]').first()
    await addresses.waitFor()
    const costs = { type: [], undo: [], redo: [] }
    for (let run = 0; run < RUNS; run++) {
      // Another address changes the card in the drawing, the steps and the whitelist.
      await addresses.fill(network + (30 + run))
      costs.type.push(await cost(page, session, () => addresses.press('Tab')))
      await page.locator('[data-canvas]').focus()
      costs.undo.push(await cost(page, session, () => page.keyboard.press('Control+z')))
      costs.redo.push(await cost(page, session, () => page.keyboard.press('Control+y')))
    }
    const cell = (all) => `${median(all.map((one) => one.picture)).toFixed(0)} (${median(all.map((one) => one.all)).toFixed(0)})`
    console.log(`| ${nodes.toLocaleString('en-US')} | ${cell(costs.type)} | ${cell(costs.undo)} | ${cell(costs.redo)} |`)
    await context.close()
  }
} finally {
  await browser.close()
  await site.close()
}
