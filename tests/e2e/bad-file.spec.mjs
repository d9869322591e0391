// A file that cannot be read is answered with every problem and its place, and the plan at hand stays.
import { dialog, expect, nodes, open, openFile, panel, readPanel, sampleDocument, test } from './support.mjs'

const BAD = JSON.stringify({
  reachplan: 1,
  nodes: [
    { id: 'a', kind: 'account' },
    { id: 'r', kind: 'region', in: 'nowhere', region: 'cn-hangzhou' },
    { id: 'n', kind: 'data_center', cidrs: ['10.1.0.5/16'] },
    { id: 'd', kind: 'data_source', in: 'n', product: 'rds_mysql', whitelst: [] },
  ],
})

test('a bad file names every problem with its path and changes nothing', async ({ page }) => {
  await open(page, '#sample=same-region')
  const drawn = await nodes(page)
  const said = await readPanel(page)

  await openFile(page, 'bad.json', BAD)
  const box = dialog(page, 'bad-file')
  await expect(box).toBeVisible()
  for (const part of ['nodes[1].in', 'nodes[2].cidrs[0]', '10.1.0.0/16', 'nodes[3].whitelst', 'whitelist']) await expect(box).toContainText(part)

  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()
  expect(await nodes(page)).toEqual(drawn)
  expect(await readPanel(page)).toEqual(said)
})

test('a file that is no JSON says so', async ({ page }) => {
  await open(page, '#sample=internet')
  await openFile(page, 'notes.json', 'dear colleague')
  await expect(dialog(page, 'bad-file')).toContainText('JSON')
})

test('a good file takes the place of the plan', async ({ page }) => {
  await open(page, '#sample=same-region')
  const other = sampleDocument('data-center')
  await openFile(page, 'plan.json', JSON.stringify(other))
  await expect.poll(() => nodes(page)).toEqual(other.nodes.map(({ id }) => id).sort())
  await expect(panel(page)).toHaveAttribute('data-scenario', 'outside_alibaba_cloud')
})

test('what another system wrote is sent to the import, which has it already', async ({ page }) => {
  await open(page, '#sample=same-region')
  const vpcs = { RequestId: '1', Vpcs: { Vpc: [{ VpcId: 'vpc-bp1', VpcName: 'From the cloud', RegionId: 'cn-hangzhou', CidrBlock: '10.20.0.0/16' }] } }
  await openFile(page, 'vpcs.json', JSON.stringify(vpcs))
  await dialog(page, 'bad-file').locator('[data-command="import"]').click()
  await expect(dialog(page, 'bad-file')).toBeHidden()
  await expect(dialog(page, 'import')).toContainText('From the cloud')
  await page.keyboard.press('Escape')
  await openFile(page, 'bad.json', BAD)
  await expect(dialog(page, 'bad-file').locator('[data-command="import"]'), 'a plan with faults is no import').toHaveCount(0)
})
