// What leaves the page and comes into it: the same bytes as the command line, and nothing lost on the way.
import { readFileSync } from 'node:fs'
import { cli, command, dialog, expect, node, nodes, open, openFile, panel, run, sampleDocument, sampleFile, test } from './support.mjs'

async function saved(page, name) {
  const button = await command(page, name)
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

for (const [form, ending] of [['markdown', 'md'], ['csv', 'csv'], ['svg', 'svg'], ['terraform', 'tf'], ['cli', 'sh']]) {
  test(`the ${form} export is what the command line prints`, async ({ page }) => {
    await open(page, '?lang=en&theme=light#sample=other-region')
    const { name, bytes } = await saved(page, `export-${form}`)
    expect(name).toMatch(new RegExp(`\\.${ending}$`))
    expect(bytes.toString()).toBe(await cli(['export', sampleFile('other-region'), '--format', form]))
  })
}

test('a step ticked by hand is ticked in the runbook', async ({ page }) => {
  await open(page, '?lang=en#sample=other-region')
  await panel(page).locator('[data-action="test_connectivity"]').getByRole('checkbox').check()
  const { bytes } = await saved(page, 'export-markdown')
  expect(bytes.toString()).toMatch(/\[x\] \*\*Run the connectivity test of Orders/)
  expect(bytes.toString(), 'of the other connection').toMatch(/\[ \] \*\*Run the connectivity test of Warehouse/)
})

test('the document, the SVG and the PNG open as the plan again', async ({ page }) => {
  const ids = sampleDocument('internet').nodes.map(({ id }) => id).sort()
  for (const form of ['save', 'export-svg', 'export-png']) {
    await open(page, '?lang=en#sample=internet')
    const { name, bytes } = await saved(page, form)
    await open(page, '?lang=en#sample=same-region')
    const button = await command(page, 'open')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
    await expect.poll(() => nodes(page), { message: `${form} brings the plan back` }).toEqual(ids)
  }
})

test('a PNG is a picture of the size asked for', async ({ page }) => {
  await open(page, '?lang=en#sample=internet')
  const { bytes } = await saved(page, 'export-png')
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  const usual = bytes.readUInt32BE(16)
  await run(page, 'picture')
  await dialog(page, 'picture').locator('[data-field="picture_scale"]').selectOption('1')
  const [download] = await Promise.all([page.waitForEvent('download'), dialog(page, 'picture').getByRole('button', { name: 'PNG' }).click()])
  expect(Math.abs(readFileSync(await download.path()).readUInt32BE(16) * 2 - usual)).toBeLessThanOrEqual(2)
})

test('a picture can be copied', async ({ page }) => {
  await open(page, '?lang=en#sample=internet')
  await run(page, 'picture')
  await dialog(page, 'picture').locator('[data-copy]').click()
  await expect
    .poll(() => page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types)), { timeout: 10_000 })
    .toContain('image/png')
})

test('comparing with another plan names what differs', async ({ page }) => {
  await open(page, '?lang=en#sample=other-region')
  const other = sampleDocument('other-region')
  other.nodes.find(({ id }) => id === 'orders').port = 3310
  await run(page, 'compare')
  const box = dialog(page, 'compare')
  await box.locator('[data-field="compare_text"]').fill((await cli(['link', '-'], JSON.stringify(other))).trim())
  await box.locator('[data-part="compare"]').click()
  await expect(box.locator('[data-part="difference"]')).toContainText('3310')
  await box.locator('[data-field="compare_text"]').fill('nothing of ours')
  await box.locator('[data-part="compare"]').click()
  await expect(box.locator('[data-part="difference"]')).toContainText(/link/i)
})

const VPCS = JSON.stringify({
  TotalCount: 1, PageNumber: 1, PageSize: 50, RequestId: 'R',
  Vpcs: { Vpc: [{ VpcId: 'vpc-imported', VpcName: 'hub', RegionId: 'cn-hangzhou', CidrBlock: '10.66.0.0/16', OwnerId: 1234567890123456 }] },
})

/** Pastes into the import dialog and has it looked at; gives what was drawn before, and the dialog. */
async function paste(page, text) {
  await open(page, '?lang=en#sample=same-region')
  const before = await nodes(page)
  await run(page, 'import')
  const box = dialog(page, 'import')
  await box.locator('[data-field="import_text"]').fill(text)
  await box.locator('[data-part="look"]').click()
  return { before, box }
}

test('an import is looked at first, then becomes a plan of its own', async ({ page }) => {
  const { before, box } = await paste(page, VPCS)
  await expect(box.locator('[data-part="recognised"]')).toContainText('DescribeVpcs')
  expect(await nodes(page), 'looking changes nothing').toEqual(before)
  await box.getByRole('radio').first().check()
  await box.locator('[data-command="import-apply"]').click()
  await expect.poll(() => nodes(page, 'vpc')).toEqual(['vpc-imported'])
})

test('what was pasted waits in a dialog closed too early, and is forgotten once it was looked at', async ({ page }) => {
  await open(page, '?lang=en#sample=same-region')
  await run(page, 'import')
  const text = dialog(page, 'import').locator('[data-field="import_text"]')
  await text.fill('password = "not-for-the-shelf"')
  await page.keyboard.press('Escape')
  await expect(dialog(page, 'import')).toHaveCount(0)
  await run(page, 'import')
  await expect(text).toHaveValue(/not-for-the-shelf/)
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain('not-for-the-shelf')
  await dialog(page, 'import').locator('[data-part="look"]').click()
  await expect(dialog(page, 'import').locator('.import progress')).toHaveCount(0)
  await expect(dialog(page, 'import').locator('.import')).not.toBeEmpty()
  await page.keyboard.press('Escape')
  await run(page, 'import')
  await expect(text).toHaveValue('')
})

test('an import goes into the present plan, and undo takes it back', async ({ page }) => {
  const { before, box } = await paste(page, VPCS)
  await box.getByRole('radio').nth(1).check()
  await expect(box.locator('[data-part="changes"]')).toContainText('vpc-imported')
  await box.locator('[data-command="import-apply"]').click()
  await expect.poll(() => nodes(page, 'vpc')).toContain('vpc-imported')
  await run(page, 'undo')
  await expect.poll(() => nodes(page)).toEqual(before)
})

/** A collector's output of so many VPCs. */
const collected = (count) =>
  Array.from({ length: count }, (_, at) => JSON.stringify({
    api: 'vpc.DescribeVpcs', params: {}, region: 'cn-hangzhou', account: '1001',
    response: { Vpcs: { Vpc: [{ VpcId: `vpc-${at}`, CidrBlock: `10.${at % 250}.0.0/16`, OwnerId: 1001, Description: 'x'.repeat(400) }] } },
  })).join('\n')

test('a large import says how much of it was read, and can be given up', async ({ page }) => {
  await open(page, '?lang=en#sample=same-region')
  await run(page, 'import')
  const box = dialog(page, 'import')
  await page.evaluate(() => {
    window.seen = []
    new MutationObserver(() => {
      const bar = document.querySelector('[data-dialog="import"] progress')
      if (bar) window.seen.push([bar.position, bar.parentElement.textContent])
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  const file = { name: 'cloud.ndjson', mimeType: 'application/json', buffer: Buffer.from(collected(4_000)) }
  await box.locator('[data-field="import_files"]').setInputFiles(file)
  await expect(box.locator('[data-part="recognised"]')).toContainText('4000')
  const seen = await page.evaluate(() => window.seen)
  const read = seen.map(([position]) => position).filter((position) => position > 0 && position < 1)
  expect(read.length, 'more than a beginning and an end').toBeGreaterThan(3)
  expect(read, 'it only grows').toEqual(read.toSorted((a, b) => a - b))
  expect(seen.some(([, text]) => /[1-9]\d? %/.test(text)), 'in figures').toBe(true)

  await box.locator('[data-field="import_files"]').setInputFiles({ ...file, buffer: Buffer.from(collected(12_000)) })
  await box.locator('[data-part="cancel"]').click()
  await expect(box.locator('progress')).toHaveCount(0)
  await expect(box.locator('[data-part="recognised"]')).toHaveCount(0)
})

test('several dropped files are imported together, and what is not known is named', async ({ page }) => {
  await open(page, '?lang=en')
  const files = { 'vpcs.json': VPCS, 'notes.txt': 'dear colleague' }
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer()
    for (const [name, text] of Object.entries(files)) transfer.items.add(new File([text], name))
    return transfer
  }, files)
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  const box = dialog(page, 'import')
  await expect(box.locator('[data-part="recognised"]')).toContainText('vpcs.json')
  await expect(box).toContainText('notes.txt')
})

test('an SVG that was dropped opens its plan', async ({ page }) => {
  const svg = await cli(['export', sampleFile('data-center'), '--format', 'svg'])
  await open(page, '?lang=en#sample=internet')
  await openFile(page, 'plan.svg', svg)
  await expect(panel(page)).toHaveAttribute('data-scenario', 'outside_alibaba_cloud')
})

test('a plan that takes a while to open says so first, and a small one just opens', async ({ page }) => {
  await open(page, '?lang=en#sample=same-region')
  await page.evaluate(() => {
    window.said = []
    const note = () => window.said.push(document.querySelector('.toasts').textContent)
    new MutationObserver(note).observe(document.querySelector('.toasts'), { subtree: true, childList: true })
  })
  const plan = sampleDocument('same-region')
  await openFile(page, 'small.json', JSON.stringify(plan))
  await expect(node(page, 'rg')).toBeAttached()
  expect(await page.evaluate(() => window.said.filter((text) => text.includes('Opening')))).toEqual([])

  const place = plan.nodes.find(({ kind }) => kind === 'vswitch').id
  const many = Array.from({ length: 600 }, (_, at) => ({ id: `many-${at}`, kind: 'data_source', in: place, product: 'self_managed_mysql' }))
  await openFile(page, 'large.json', JSON.stringify({ ...plan, nodes: [...plan.nodes, ...many] }))
  await expect(node(page, 'many-599')).toBeAttached()
  await expect(page.locator('.toasts')).not.toContainText('Opening')
  expect(await page.evaluate(() => window.said.some((text) => text.includes('Opening')))).toBe(true)
})
