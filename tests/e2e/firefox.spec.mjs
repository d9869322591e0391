// The page in Firefox: every sample says what the command line says, a drag flips the scenario, and nothing is logged.
// Skipped where no Firefox is installed (or named by FIREFOX).
import { findFirefox, startFirefox } from './firefox.mjs'
import { SAMPLES, actors, check, expect, inPage, plain as test, sampleFile } from './support.mjs'

const program = findFirefox()
test.skip(!program, 'no Firefox here')
test.describe.configure({ mode: 'serial', timeout: 90_000 })

let firefox
test.beforeAll(async () => {
  firefox = await startFirefox(program)
})
test.afterAll(() => firefox?.stop())

test('Firefox: every sample agrees with the command line', async ({ baseURL }) => {
  for (const name of Object.keys(SAMPLES)) {
    const [first] = (await check(sampleFile(name))).connections
    await firefox.open(`${baseURL}#sample=${name}`)
    const said = await firefox.until(() => {
      const result = document.querySelector('[data-panel="verdict"][data-verdict]')
      return result && { ...result.dataset, steps: [...result.querySelectorAll('[data-step]')].map((step) => `${step.dataset.action} ${step.dataset.state}`) }
    })
    expect(said, name).toMatchObject({ verdict: first.verdict, scenario: first.scenario, steps: first.steps.map((step) => `${step.action} ${step.state}`) })
  }
  expect(await firefox.complaints(new URL(baseURL).origin)).toEqual([])
})

test('Firefox: dragging between regions flips the scenario, and a reload keeps it', async ({ baseURL }) => {
  const { network, region } = actors('other-region')
  const scenario = (wanted) => firefox.until((wanted) => document.querySelector('[data-panel="verdict"]')?.dataset.scenario === wanted, wanted)
  await firefox.open(`${baseURL}#sample=other-region`)
  await scenario('other_region')
  await firefox.drag(await firefox.evaluate(inPage.grip, network), await firefox.evaluate(inPage.freePoint, region))
  await scenario('same_account_same_region')
  await firefox.open(baseURL)
  await scenario('same_account_same_region')
  expect(await firefox.complaints(new URL(baseURL).origin)).toEqual([])
})
