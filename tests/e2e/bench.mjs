// What an edit costs in the page: from the key or the click to the moment when the browser is idle again, with the
// verdicts, the panel and the drawing brought up to date. `make bench-page` runs it on the built page.
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

/** Milliseconds of the main thread's work, and of script in it, that an act causes until nothing is left to do. */
async function cost(page, session, act) {
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]))
  }
  const before = await read()
  await act()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))))
  const after = await read()
  return { task: after.TaskDuration - before.TaskDuration, script: after.ScriptDuration - before.ScriptDuration }
}

const site = await serve(join(ROOT, 'dist'))
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
console.log('Milliseconds of the main thread for one edit (script in it), medians:\n')
console.log('| nodes | type in a field | undo | redo |')
console.log('|---:|---:|---:|---:|')
try {
  for (const nodes of SIZES) {
    const text = plan(nodes)
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    await context.addInitScript(([key, kept]) => localStorage.setItem(key, kept), [KEPT, text])
    const page = await context.newPage()
    const source = JSON.parse(text).nodes.find((node) => node.kind === 'data_source').id
    await page.goto(`${site.url}?lang=en`)
    await page.locator('html[data-ready]').waitFor({ state: 'attached' })
    await page.waitForTimeout(500)
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' }).catch(() => session.send('Performance.enable'))
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type(source)
    await page.keyboard.press('Enter')
    const port = page.locator('[data-field="port"]').first()
    await port.waitFor()
    const costs = { type: [], undo: [], redo: [] }
    for (let run = 0; run < RUNS; run++) {
      await port.fill(String(4000 + run))
      costs.type.push(await cost(page, session, () => port.press('Enter')))
      await page.locator('[data-canvas]').focus()
      costs.undo.push(await cost(page, session, () => page.keyboard.press('Control+z')))
      costs.redo.push(await cost(page, session, () => page.keyboard.press('Control+y')))
    }
    const cell = (all) => `${median(all.map((one) => one.task)).toFixed(1)} (${median(all.map((one) => one.script)).toFixed(1)})`
    console.log(`| ${nodes.toLocaleString('en-US')} | ${cell(costs.type)} | ${cell(costs.undo)} | ${cell(costs.redo)} |`)
    await context.close()
  }
} finally {
  await browser.close()
  await site.close()
}
