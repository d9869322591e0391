// What the specs share. It knows the page only by its public hooks (data-… attributes), never by its markup.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as plain, expect } from '@playwright/test'

export { expect, plain }

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const CLI = resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target', 'native/reachplan')

/** The samples, each with the scenario that its name promises for its first connection. */
export const SAMPLES = {
  'same-region': 'same_account_same_region',
  'other-region': 'other_region',
  'other-account': 'other_account',
  'data-center': 'outside_alibaba_cloud',
  internet: 'internet',
  'classic-network': 'classic_network',
  'security-groups': undefined,
  serverless: undefined,
}

/** A test that fails when the page logs an error or a warning, or asks another origin for anything. */
export const test = plain.extend({
  quiet: [
    async ({ context, baseURL }, use) => {
      const faults = []
      const home = new URL(baseURL)
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(`console ${message.type()}: ${message.text()}`)
      })
      context.on('weberror', (fault) => faults.push(`uncaught: ${fault.error()?.stack ?? fault.error()}`))
      context.on('request', (request) => {
        const url = new URL(request.url())
        if (!['data:', 'blob:', 'about:'].includes(url.protocol) && url.origin !== home.origin) faults.push(`request to another origin: ${url}`)
        if (url.protocol !== 'blob:' && url.origin === home.origin && !url.pathname.startsWith(home.pathname)) faults.push(`request outside the site: ${url}`)
      })
      context.on('response', (response) => {
        if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
      })
      await use(faults)
      expect(faults, 'what the page complained about or asked elsewhere').toEqual([])
    },
    { auto: true },
  ],
})

/** Opens the page at a query or fragment such as `?lang=zh#sample=internet` and waits until it can be used. */
export async function open(page, path = '') {
  await page.goto(`./${path}`)
  await ready(page)
}

export async function ready(page) {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
}

// ---- the drawing -------------------------------------------------------------------------------------------------

export const canvas = (page) => page.locator('[data-canvas]')
export const node = (page, id) => page.locator(`[data-canvas] [data-node="${id}"]`)

/** The ids of all nodes of a kind, or of all nodes. */
export const nodes = (page, kind) =>
  page
    .locator(kind ? `[data-canvas] [data-node][data-kind="${kind}"]` : '[data-canvas] [data-node]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-node')).sort())

/** Functions that run inside the page, in any browser. */
export const inPage = {
  /**
   * A point of the screen where a drop lands directly in the container `id` (or, without one, on the bare canvas):
   * the free point that is farthest from whatever else is drawn there.
   */
  freePoint(id) {
    const surface = document.querySelector('[data-canvas]')
    const area = (id ? surface.querySelector(`[data-node="${CSS.escape(id)}"]`) : surface).getBoundingClientRect()
    const free = (x, y) => {
      const top = document.elementFromPoint(x, y)
      if (!top || !surface.contains(top)) return false
      if (top.closest('[data-handle], button, a, input')) return false
      return (top.closest('[data-node]')?.getAttribute('data-node') ?? null) === (id ?? null)
    }
    const STEP = 8
    let best = null
    for (let y = Math.max(area.top, 0) + STEP; y < Math.min(area.bottom, innerHeight); y += STEP) {
      for (let x = Math.max(area.left, 0) + STEP; x < Math.min(area.right, innerWidth); x += STEP) {
        let room = 0
        while (room < 12 && [[0, 1], [0, -1], [1, 0], [-1, 0]].every(([a, b]) => free(x + a * room * STEP, y + b * room * STEP))) room++
        if (room > (best?.room ?? 0)) best = { x, y, room }
      }
    }
    return best
  },

  /** Where a node is grabbed: a container by its handle, any other node anywhere. */
  grip(id) {
    const node = document.querySelector(`[data-canvas] [data-node="${CSS.escape(id)}"]`)
    const own = [...node.querySelectorAll('[data-handle]')].find((handle) => handle.closest('[data-node]') === node)
    const box = (own ?? node).getBoundingClientRect()
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
  },
}

export async function freePoint(page, id) {
  const point = await page.evaluate(inPage.freePoint, id)
  expect(point, `a free point in ${id ?? 'the canvas'}`).toBeTruthy()
  return point
}

export async function grip(page, id) {
  await node(page, id).waitFor()
  return page.evaluate(inPage.grip, id)
}

export async function centre(locator) {
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  expect(box, `a visible ${locator}`).toBeTruthy()
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Drags with a real mouse, in many small moves; `before` runs while the button is still held over the target. */
export async function drag(page, from, to, before = async () => {}) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 2 })
  await page.mouse.move(to.x, to.y, { steps: 16 })
  await page.mouse.move(to.x + 1, to.y)
  await before()
  await page.mouse.up()
}

export async function dragTo(page, id, target, before) {
  await drag(page, await grip(page, id), await freePoint(page, target), before)
}

/** Drags a palette item into a container (or onto the bare canvas) and resolves to the id of the new node. */
export async function add(page, item, target) {
  const kind = item.split('/')[0]
  const known = await nodes(page, kind)
  const source = page.locator(`[data-palette="${item}"], [data-palette^="${item}/"]`).first()
  await drag(page, await centre(source), await freePoint(page, target))
  let fresh = []
  await expect
    .poll(async () => (fresh = (await nodes(page, kind)).filter((id) => !known.includes(id))).length, { message: `one new ${item}` })
    .toBe(1)
  return fresh[0]
}

/** Selects a node by a click where it is grabbed. */
export async function select(page, id) {
  const { x, y } = await grip(page, id)
  await page.mouse.click(x, y)
  await expect(node(page, id)).toHaveAttribute('aria-selected', 'true')
}

// ---- panels, fields, commands ------------------------------------------------------------------------------------

export const panel = (page, name = 'verdict') => page.locator(`[data-panel="${name}"]`)
export const dialog = (page, name) => page.locator(`[data-dialog="${name}"]`)
export const field = (page, name) => panel(page, 'inspector').locator(`[data-field="${name}"]`).first()

/** Gives a field of the inspector a value, as a person would: type or choose, then leave the field. */
export async function fill(page, name, value) {
  const input = field(page, name)
  if ((await input.evaluate((element) => element.tagName)) === 'SELECT') return input.selectOption(value)
  await input.fill(value)
  await input.press('Tab')
}

/** The visible button of a command, with the menu that holds it opened when it is in one. */
export async function command(page, name) {
  const button = page.locator(`[data-command="${name}"]`).filter({ visible: true }).first()
  if ((await button.count()) > 0) return button
  const menus = page.locator('[data-menu]').filter({ visible: true })
  for (let index = 0; index < (await menus.count()); index++) {
    await menus.nth(index).click()
    // Its commands are there as soon as it says that it is open, however busy the machine is.
    await expect(menus.nth(index)).toHaveAttribute('aria-expanded', 'true')
    if ((await button.count()) > 0) return button
    await page.keyboard.press('Escape')
  }
  throw new Error(`no way to the command ${name}`)
}

export const run = async (page, name) => (await command(page, name)).click()

/** Makes the page fail at the next element that it makes, as a defect of its own would. */
export const breakPage = (page) =>
  page.evaluate(() => {
    const fail = () => {
      throw new Error('a defect')
    }
    Document.prototype.createElement = fail
    Document.prototype.createElementNS = fail
    Node.prototype.cloneNode = fail
  })

/** Opens a document file through the browser's own file dialog. */
export async function openFile(page, name, text) {
  const button = await command(page, 'open')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

const attributes = (locator, ...names) =>
  locator.evaluateAll((all, names) => all.map((one) => Object.fromEntries(names.map((name) => [name, one.getAttribute(`data-${name}`)]))), names)

/** What the result panel says about the selected connection, in the words of the report. */
export async function readPanel(page) {
  const [head] = await attributes(panel(page), 'verdict', 'scenario', 'resource-group', 'data-source')
  const steps = await panel(page)
    .locator('[data-step]')
    .evaluateAll((all) =>
      all.map((one) => ({
        number: Number(one.getAttribute('data-step')),
        action: one.getAttribute('data-action'),
        state: one.getAttribute('data-state'),
        ticked: one.querySelector('input[type="checkbox"], [role="checkbox"]')?.matches(':checked, [aria-checked="true"]') ?? null,
      })),
    )
  return {
    resource_group: head?.['resource-group'],
    data_source: head?.['data-source'],
    scenario: head?.scenario,
    verdict: head?.verdict,
    hops: (await attributes(panel(page).locator('[data-hop]'), 'hop', 'status')).map(({ hop, status }) => `${hop} ${status}`),
    steps,
    findings: (await attributes(panel(page).locator('[data-finding]'), 'finding', 'severity')).map(({ finding, severity }) => `${severity} ${finding}`).sort(),
  }
}

// ---- the command line --------------------------------------------------------------------------------------------

export const sampleFile = (name) => resolve(ROOT, 'public/samples', `${name}.json`)
export const sampleDocument = (name) => JSON.parse(readFileSync(sampleFile(name), 'utf8'))

/** The network that holds the first data source of the sample, and the region of its resource group. */
export function actors(name) {
  const { nodes } = sampleDocument(name)
  const find = (id) => nodes.find((one) => one.id === id)
  const group = nodes.find((one) => one.kind === 'resource_group')
  let network = nodes.find((one) => one.kind === 'data_source')
  while (network.kind !== 'vpc') network = find(network.in)
  expect(network.in, 'the sample has the two in different regions').not.toBe(group.in)
  return { network: network.id, region: group.in }
}

/** What the command line prints; `input` goes to its standard input. */
export const cli = (args, input = '') =>
  new Promise((done, fail) => {
    const process = execFile(CLI, args, { maxBuffer: 1e8 }, (error, out, err) => (error && ![0, 1].includes(error.code) ? fail(new Error(err || error.message)) : done(out)))
    // A program that reads nothing has closed its end.
    process.stdin.on('error', () => {})
    process.stdin.end(input)
  })

/** The report that the command line gives on a file, after looking at its exit status. */
export async function check(file) {
  const { status, out, err } = await new Promise((done) =>
    execFile(CLI, ['check', file, '--format', 'json'], { maxBuffer: 1e8 }, (error, out, err) => done({ status: error ? error.code : 0, out, err })),
  )
  expect([0, 1], `${CLI} check ${file}: ${err}`).toContain(status)
  const report = JSON.parse(out)
  const findings = [...report.findings, ...report.connections.flatMap((connection) => connection.findings)]
  const fine = report.verdict === 'ready' && !findings.some((finding) => finding.severity === 'error')
  expect(status, 'the exit status says what the report says').toBe(fine ? 0 : 1)
  return report
}

/** A connection of a report in the shape of `readPanel`. */
export const asPanel = (connection) => ({
  resource_group: connection.resource_group,
  data_source: connection.data_source,
  scenario: connection.scenario,
  verdict: connection.verdict,
  hops: connection.hops.map((hop) => `${hop.kind} ${hop.status}`),
  steps: connection.steps.map((step, index) => ({ number: index + 1, action: step.action, state: step.state, ticked: step.state === 'done' })),
  findings: connection.findings.map((finding) => `${finding.severity} ${finding.code}`).sort(),
})

// ---- accessibility -----------------------------------------------------------------------------------------------

/** Fails on whatever axe has to say, also by the rules that it does not apply by itself. */
export async function expectAccessible(page) {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } } }),
  )
  const said = violations.flatMap(({ id, impact, help, nodes }) => nodes.map(({ target, failureSummary }) => `${impact} ${id} (${help}) at ${target.join(' ')}: ${failureSummary}`))
  expect(said, 'what axe says').toEqual([])
}
